/** Resolves when the thing checked works, optionally with a word about it; rejects with the reason when it does not. */
export type HealthCheck = () => Promise<string | void>;

export interface CheckResult {
  status: 'ok' | 'failing';
  ms: number;
  detail?: string;
}

export interface HealthReport {
  status: 'ok' | 'failing';
  checks: Record<string, CheckResult>;
}

const DEFAULT_TIMEOUT_MS = 2_000;

async function within(check: HealthCheck, timeoutMs: number): Promise<string | void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function run(check: HealthCheck, timeoutMs: number): Promise<CheckResult> {
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  try {
    const detail = await within(check, timeoutMs);
    return { status: 'ok', ms: elapsed(), ...(detail ? { detail } : {}) };
  } catch (error) {
    return { status: 'failing', ms: elapsed(), detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs all named checks at once, none longer than the timeout, and says which of them fail. */
export async function checkHealth(
  checks: Record<string, HealthCheck>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<HealthReport> {
  const names = Object.keys(checks);
  const results = await Promise.all(Object.values(checks).map((check) => run(check, timeoutMs)));
  const status = results.every((result) => result.status === 'ok') ? 'ok' : 'failing';
  return { status, checks: Object.fromEntries(names.map((name, index) => [name, results[index] as CheckResult])) };
}
