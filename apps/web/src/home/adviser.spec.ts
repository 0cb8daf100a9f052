import { describe, expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../../../libs/domain/test/a-deployment.js';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { names, timesOn } from '../../../../test/support/seen.js';
import { partOf, postSeenBy, postTodosOf } from '../../../../test/support/seen-post.js';
import { homePage, type HomeInput } from './home.presenter.js';

function home(it1: DeploymentBuilder, part: PostPart, today = it1.today, more: Partial<HomeInput> = {}) {
  return homePage({
    me: partOf(it1, part),
    roleLine: 'Role',
    todos: [],
    postTodos: postTodosOf(it1, part),
    held: part === 'amara' && !more.held ? [postSeenBy(it1, part)] : null,
    office: null,
    scope: null,
    decided: [],
    reviews: null,
    pipeline: null,
    framework: aFramework(),
    names,
    times: timesOn(today),
    now: new Date(`${today}T10:00:00Z`),
    ...more,
  });
}
const todosIn = (page: ReturnType<typeof home>) => page.blocks.flatMap((b) => (b.kind === 'todos' ? b.items : []));
const datesIn = (page: ReturnType<typeof home>) =>
  page.asides.flatMap((a) => (a.kind === 'dates' ? a.dates.map((d) => d.text) : []));

describe('the home of an adviser', () => {
  it('says what waits and where it is done', () => {
    const page = home(aDeployment().arrived(), 'amara');
    expect(page.lead).toMatch(
      /^One work plan to write waits for you\. It is due on .+ You are in post for Tanzania and Kenya until/,
    );
    expect(todosIn(page)).toMatchObject([
      { title: 'Tanzania and Kenya: write the work plan', href: '/deployments/DEP-2027-001/work-plan/edit' },
    ]);
    expect(page.actions).toMatchObject([
      { text: 'Open your post', href: '/deployments/DEP-2027-001', secondary: true },
    ]);
  });
  it('has a report to file from thirty days before it is due; before that it is a date', () => {
    const it1 = aDeployment().serving();
    const due = it1.term.obligations[0]!;
    expect(todosIn(home(it1, 'amara', it1.today))).toEqual([]);
    expect(datesIn(home(it1, 'amara', it1.today))[0]).toBe(`Quarterly update, ${due.period} is due`);
    const [item] = todosIn(home(it1, 'amara', due.dueOn));
    expect(item).toMatchObject({ href: `/deployments/DEP-2027-001/reports/new?of=${due.id}` });
    expect(due.period).toBe('Q1 2027');
    expect(item!.title).toMatch(/: file the report for the first quarter of 2027$/);
  });
  it('always names the end of the term among the dates', () => {
    const dates = datesIn(home(aDeployment().serving(), 'amara'));
    expect(dates).toHaveLength(7);
    expect(dates.at(-1)).toBe('Your term ends');
  });
  it('says so where somebody holds no post, or is expected at one', () => {
    expect(home(aDeployment(), 'amara', '2027-03-01', { postTodos: [], held: [] }).lead).toMatch(
      /You hold no post now\.$/,
    );
    expect(home(aDeployment().onboarding(), 'amara').lead).toMatch(/You are expected in Tanzania and Kenya on/);
  });
});

describe('tasks of posts in the homes of others', () => {
  it('lead each to its page', () => {
    const of = (it1: DeploymentBuilder, part: PostPart) => todosIn(home(it1, part)).map((i) => i.href);
    expect(of(aDeployment().planned(), 'coordinator')).toContain('/deployments/DEP-2027-001/work-plan');
    expect(of(aDeployment().selected(), 'coordinator')).toContain('/deployments/DEP-2027-001/recruitment');
    expect(of(aDeployment().inMidTerm(), 'desk')).toContain('/deployments/DEP-2027-001/review');
    expect(of(aDeployment().inRenewal(), 'coordinator')).toContain('/deployments/DEP-2027-001/renewal');
    expect(of(aDeployment().closing(), 'office')).toContain('/deployments/DEP-2027-001/exit');
  });
});
