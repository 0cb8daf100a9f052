import { contentDisposition, extensionOf, safeFileName, shortens, shownFileName } from './file-name.js';

describe('file names', () => {
  it.each([
    ['Terms of reference.docx', 'Terms of reference.docx'],
    ['../x', 'x'],
    ['..\\..\\windows\\system32\\evil.pdf', 'evil.pdf'],
    ['/etc/passwd', 'passwd'],
    ['a/', 'file'],
    ['..', 'file'],
    ['', 'file'],
    ['  \t ', 'file'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['two\r\nlines.txt', 'twolines.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\u2066hidden\u2069.pdf', 'hidden.pdf'],
    ['\ufeffmark.txt', 'mark.txt'],
    ['half\ud83d.txt', 'half.txt'],
    ['تقرير حقوق الإنسان.pdf', 'تقرير حقوق الإنسان.pdf'],
    ['שלום\u200f.txt', 'שלום\u200f.txt'],
    ['Cafe\u0301.pdf', 'Café.pdf'],
    ['👩‍👩‍👧‍👦 family.png', '👩‍👩‍👧‍👦 family.png'],
    ['报告（草稿）.docx', '报告（草稿）.docx'],
  ])('%j is offered as %j', (given, offered) => {
    expect(safeFileName(given)).toBe(offered);
  });

  it.each([
    ['../x', '../x'],
    ['..\\..\\windows\\evil.pdf', '..\\..\\windows\\evil.pdf'],
    [' /etc/passwd\u0000 ', '/etc/passwd'],
    ['a/\u202efdp.exe', 'a/fdp.exe'],
    ['Cafe\u0301.pdf', 'Café.pdf'],
    ['..', '..'],
    ['', 'file'],
  ])('%j is shown as %j', (given, shown) => {
    expect(shownFileName(given)).toBe(shown);
  });

  it('are shortened between characters and keep their ending', () => {
    const long = safeFileName(`${'👩‍👩‍👧‍👦'.repeat(60)}.pdf`);
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long).toMatch(/^(👩‍👩‍👧‍👦)+\.pdf$/u);
    expect(shownFileName(`${'../'.repeat(100)}a.pdf`)).toBe('a.pdf');
    expect(safeFileName('x'.repeat(500))).toHaveLength(200);
    expect(safeFileName(`a.${'y'.repeat(500)}`)).toHaveLength(200);
  });

  it('say when they are longer than is kept', () => {
    expect([shortens(`${'x'.repeat(196)}.pdf`), shortens(`${'x'.repeat(197)}.pdf`)]).toEqual([false, true]);
  });

  it('have an ending only after a name', () => {
    expect(extensionOf('Budget.XLSX')).toBe('xlsx');
    expect(extensionOf('archive.tar.gz')).toBe('gz');
    expect(extensionOf('.profile')).toBe('');
    expect(extensionOf('README')).toBe('');
  });
});

describe('the header of a download', () => {
  it('gives plain names plainly', () => {
    expect(contentDisposition('Letter 1.pdf')).toBe('attachment; filename="Letter 1.pdf"');
    expect(contentDisposition('a.pdf', 'inline')).toBe('inline; filename="a.pdf"');
  });

  it('gives other names in full and in ASCII', () => {
    expect(contentDisposition('Évaluation (v2)*.pdf')).toBe(
      `attachment; filename="_valuation (v2)*.pdf"; filename*=UTF-8''%C3%89valuation%20%28v2%29%2A.pdf`,
    );
    expect(contentDisposition('تقرير.pdf')).toContain(`filename*=UTF-8''%D8%AA%D9%82`);
  });

  it('cannot be broken out of', () => {
    const header = contentDisposition('a"; filename="evil.exe\r\nX-Evil: 1');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.match(/(?<!\*)filename="/g)).toHaveLength(1);
    expect(contentDisposition('../../etc/passwd.pdf')).toBe('attachment; filename="passwd.pdf"');
  });
});
