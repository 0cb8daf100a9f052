/** What a report says of one recipient of a mail (RFC 3464). */
export interface DeliveryReport {
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Such as 5.1.1; empty where the report has none that can be read. */
  status: string;
  /** The words of the other mail server. */
  diagnostic: string;
  recipient: string;
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const MOST_WORDS = 500;

/** The fields of a group of lines; a line that begins with a space goes on with the one before it. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name ? [[name.toLowerCase(), value!.trim()]] : [];
    }),
  );
}
/** What stands after the kind of a value, as in “rfc822; a@b.example”. */
const afterKind = (value = ''): string => value.replace(/^[\w.-]+\s*;\s*/, '').trim();

/** Reads the part message/delivery-status of a report; every recipient that it speaks of. */
export function readDeliveryStatus(text: string): DeliveryReport[] {
  return text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map(fieldsOf)
    .flatMap((fields): DeliveryReport[] => {
      const action = ACTIONS.find((a) => a === fields.get('action')?.toLowerCase());
      if (!action) return [];
      return [
        {
          action,
          status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '',
          diagnostic: afterKind(fields.get('diagnostic-code')).slice(0, MOST_WORDS),
          recipient: afterKind(fields.get('final-recipient') ?? fields.get('original-recipient')).toLowerCase(),
        },
      ];
    });
}
