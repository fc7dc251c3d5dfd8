/** Data as a page writes it into a script. Integers beyond 2^53 are strings, so that ids keep every digit. */
export type Literal = null | boolean | number | string | Literal[] | { [key: string]: Literal };

const MAX_DEPTH = 200;
const IDENTIFIER = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
const INSIGNIFICANT = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|([\s\S]))/g;
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

/**
 * Reads the JavaScript or JSON literal that starts at `start` without executing anything: objects, arrays, strings in
 * any quotes, numbers, and the `JSON.parse('…')` that the marketplaces wrap their data in. What is no literal (a call, a
 * name) becomes null and the rest is kept. Objects have no prototype, so a `__proto__` in the data is just a key.
 * Throws a SyntaxError when there is no complete value.
 */
export function parseLiteral(source: string, start = 0): Literal {
  return new LiteralParser(source, start).value(0);
}

class LiteralParser {
  private readonly source: string;
  private at: number;

  constructor(source: string, start: number) {
    this.source = source;
    this.at = start;
  }

  value(depth: number): Literal {
    if (depth > MAX_DEPTH) throw new SyntaxError('Nested too deeply');
    const value = this.simpleValue(depth);
    if (depth === 0 || !this.goesOn()) return value;
    this.skipExpression(); // `'a' + b` is no literal, whatever it starts with.
    return null;
  }

  private simpleValue(depth: number): Literal {
    this.skip();
    const char = this.source[this.at];
    if (char === '{') return this.object(depth);
    if (char === '[') return this.array(depth);
    if (char === '"' || char === "'" || char === '`') return this.string(char);
    const number = this.match(NUMBER);
    if (number !== null) return toNumber(number);
    return this.word(depth);
  }

  private object(depth: number): Literal {
    const result: { [key: string]: Literal } = Object.create(null);
    this.at += 1;
    while (!this.closes('}')) {
      const key = this.key();
      this.expect(':');
      result[key] = this.value(depth + 1);
      this.separator('}');
    }
    return result;
  }

  private array(depth: number): Literal {
    const result: Literal[] = [];
    this.at += 1;
    while (!this.closes(']')) {
      result.push(this.value(depth + 1));
      this.separator(']');
    }
    return result;
  }

  private key(): string {
    this.skip();
    const char = this.source[this.at];
    if (char === '"' || char === "'") return this.string(char);
    const key = this.match(IDENTIFIER) ?? this.match(NUMBER);
    if (key === null) throw new SyntaxError(`No key at ${this.at}`);
    return key;
  }

  /** True when something follows that is not the end of a value. */
  private goesOn(): boolean {
    this.skip();
    const char = this.source[this.at];
    return char !== undefined && !',}]);'.includes(char);
  }

  private string(quote: string): string {
    const start = this.at + 1;
    const end = closingQuote(this.source, quote, start);
    const raw = this.source.slice(start, end);
    if (quote === '`' && raw.includes('${')) throw new SyntaxError('A template is no data');
    this.at = end + 1;
    return raw.includes('\\') ? unescaped(raw) : raw;
  }

  /** `true`, `null`, `!0`, `void 0`, `JSON.parse('…')`, and everything that is no data. */
  private word(depth: number): Literal {
    if (this.take('!0')) return true;
    if (this.take('!1')) return false;
    if (this.take('null')) return null;
    if (this.take('true')) return true;
    if (this.take('false')) return false;
    if (this.take('JSON.parse')) {
      this.expect('(');
      const wrapped = this.value(depth + 1);
      this.expect(')');
      return typeof wrapped === 'string' ? new LiteralParser(wrapped, 0).value(depth + 1) : null;
    }
    this.skipExpression();
    return null;
  }

  /** Moves to the `,`, `}`, `]`, `)` or `;` that ends an expression we do not evaluate. */
  private skipExpression(): void {
    const start = this.at;
    let open = 0;
    for (; this.at < this.source.length; this.at += 1) {
      const char = this.source[this.at] as string;
      if (char === '"' || char === "'" || char === '`') {
        this.string(char);
        this.at -= 1;
      } else if ('([{'.includes(char)) open += 1;
      else if (open === 0 && ',}]);'.includes(char)) break;
      else if (')]}'.includes(char)) open -= 1;
    }
    if (this.at === start || this.at >= this.source.length) throw new SyntaxError(`No value at ${start}`);
  }

  private closes(bracket: string): boolean {
    this.skip();
    return this.take(bracket);
  }

  private separator(bracket: string): void {
    this.skip();
    if (!this.take(',') && this.source[this.at] !== bracket)
      throw new SyntaxError(`Expected , or ${bracket} at ${this.at}`);
  }

  private expect(char: string): void {
    this.skip();
    if (!this.take(char)) throw new SyntaxError(`Expected ${char} at ${this.at}`);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (!match) return null;
    this.at = pattern.lastIndex;
    return match[0];
  }

  private skip(): void {
    const code = this.source.charCodeAt(this.at);
    if (code <= 32 || code === 47 || code > 126) this.match(INSIGNIFICANT); // 47 is a slash.
  }
}

function toNumber(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) ? value : text;
}

/** Where a string ends. Searched for and not walked through: pages carry strings of megabytes. */
function closingQuote(source: string, quote: string, start: number): number {
  for (let end = source.indexOf(quote, start); end >= 0; end = source.indexOf(quote, end + 1)) {
    let first = end;
    while (source[first - 1] === '\\') first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  throw new SyntaxError('Unterminated string');
}

/** Most strings are escaped as JSON escapes them, which the browser undoes at once. */
function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw.replace(ESCAPE, (_escape, byte, unit, point, char = '') => {
      const code = Number.parseInt(byte ?? unit ?? point, 16);
      if (Number.isNaN(code)) return ESCAPES[char] ?? char;
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    });
  }
}
