import type { Command } from 'commander';
import type { Story } from '#casework';
import type { RequestFacts } from '#domain';
import { Failed } from './failure.js';
import { refusalText } from './import-request.js';
import { personNamed, withSystem, type System } from './system.js';

const emailOf = async (key: string): Promise<string> => {
  const { DEMONSTRATION_PEOPLE } = await import('#casework');
  return DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email;
};

/** The story that a request of the demonstration begins, and the request as its own office sees it. */
async function storyOf(ref: string, { pool, people, casework }: System): Promise<Story> {
  const { Cases, SAMPLE_IDS, sampleStory } = await import('#casework');
  const { reference } = await casework();
  const cases = new Cases(pool);
  for (const id of SAMPLE_IDS) {
    const story = sampleStory(id, reference.regionOf);
    const view = await cases.find(ref, await personNamed(await emailOf(story.openedBy), people));
    if (view && view.facts.summary.title === story.content.title) return story;
  }
  throw new Failed(`${ref} is not one of the sample requests of the demonstration.`);
}

/** Where a request stands, by every name that somebody may stop at. */
async function standing(ref: string, system: System, office: string): Promise<{ at: string[]; label: string }> {
  const { Cases } = await import('#casework');
  const { assessmentOf, stateLabel, stateName } = await import('#domain');
  const { facts } = (await new Cases(system.pool).find(ref, await personNamed(office, system.people))) as {
    facts: RequestFacts;
  };
  return { at: [stateName(facts.state), assessmentOf(facts.state)?.review ?? ''], label: stateLabel(facts.state) };
}

async function play(ref: string, { to }: { to?: string }, system: System): Promise<void> {
  if (!system.environment.demo) throw new Failed('Stories are played in a demonstration only.');
  const { isRefusal, REVIEW_STATES, STATE_NAMES } = await import('#domain');
  const stops: string[] = [...STATE_NAMES, ...REVIEW_STATES];
  if (to !== undefined && !stops.includes(to)) throw new Failed(`--to has to be one of: ${stops.join(', ')}.`);
  const story = await storyOf(ref, system);
  const office = await emailOf(story.openedBy);
  const { casework } = await system.casework();
  let begun = false;
  for (const { by, event } of story.steps) {
    const now = await standing(ref, system, office);
    if (to !== undefined && now.at.includes(to)) break;
    const person = await personNamed(await emailOf(by), system.people);
    const done = await casework.advance(ref, person, event, { revision: 'latest' });
    // What was done before is passed over; after the first step of ours a refusal is the end.
    if (isRefusal(done) && begun) throw new Failed(refusalText(done));
    if (isRefusal(done)) continue;
    begun = true;
    console.log(`${person.name}: ${event.type}`);
  }
  const { at, label } = await standing(ref, system, office);
  console.log(`${ref} is now at “${label}”.`);
  if (to !== undefined && !at.includes(to)) throw new Failed(`Its story does not lead to “${to}” from here.`);
}

/** hra play */
export function playSample(program: Command): void {
  program
    .command('play')
    .description('take a sample request of the demonstration through its story, so that every stage can be looked at')
    .argument('<ref>', 'such as HRA-2027-004')
    .option('--to <stage>', 'stop there, for instance at scoring, recommendation or decision')
    .action((ref: string, options: { to?: string }) => withSystem((system) => play(ref, options, system)));
}
