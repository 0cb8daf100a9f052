import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';

/** The folder of the project that holds this file, whether it runs from source or from dist. */
export const projectRoot = findRoot(import.meta.dirname);

/** Where the asset build leaves its hashed files. */
export const webAssets = join(projectRoot, 'dist/web-assets');

const ONE_YEAR = 31_536_000_000;

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The project folder with package.json was not found.');
  return findRoot(parent);
}

let manifest: Record<string, string> | undefined;

function readManifest(): Record<string, string> {
  const file = join(webAssets, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

type Places = Record<string, [x: number, y: number]>;
let places: Record<string, Places> | undefined;

function readPlaces(): Record<string, Places> {
  const file = join(webAssets, 'places.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Places>) : {};
}

/** Where each country stands on the picture of the land, of the world or of a region, in per cent of its width and height. */
export function placesOnLand(region = ''): Places {
  places ??= readPlaces();
  return places[region] ?? {};
}

/** The public address of an asset by its logical name, such as `main.css`. */
export function asset(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

/**
 * Serves the hashed files under /assets, compressed ahead of time. A name never changes its content, so a browser may
 * keep it for a year.
 */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: webAssets,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: ONE_YEAR,
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
    allowedPath: (path) => path !== '/manifest.json' && path !== '/places.json',
  });
}
