interface Route {
  method: string | string[];
  url: string;
}

/** Where there is something to be had, and how: learned from the routes as they are registered. */
export class KnownPaths {
  private readonly places: { pattern: RegExp; methods: string[] }[] = [];

  learn({ method, url }: Route): void {
    const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
    this.places.push({ pattern: new RegExp(`^${source}$`), methods: [method].flat() });
  }

  /** The methods that an address takes; none where there is nothing. */
  methodsAt(path: string): string[] {
    return [...new Set(this.places.filter((p) => p.pattern.test(path)).flatMap((p) => p.methods))].sort();
  }
}
