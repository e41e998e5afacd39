import { RESERVED } from "../choices/index.ts";
import type { Random } from "../random/index.ts";
import type { Triple } from "./triple.ts";

/**
 * Words of people who do not write English, in scripts that editors show from left to right. The model reads a stand-in
 * for each: what matters is where they stand, and that they stand in code, instruction and answer alike.
 */
const WORDS =
  `größe höhe straße übersicht schließen löschen ändern gültig verfügbar menü prüfen für zurück über nächste bestätigen
größter währung müssen ungültige école été déjà créé première préféré modifié français élève réponse sélection numéro
adresse_précédente café façade garçon tamaño año señal contraseña válido categoría teléfono página dirección próximo
más también número descripción ação não configuração usuário informações preço após é célula può città perché quantità
però attività wartość źródło błąd użytkownik następny łączna zamówień usuń hledání příklad uživatel počet vložit žádný
změna şifre kullanıcı günlük güncelle değer çıkış ürün användare återställ välj från målet päivä tämä käyttäjä näytä
pažnja šifra članak đak számla fizetés összeg név törlés mật_khẩu người_dùng số_lượng имя значение ошибка сумма заказ
пользователь сохранить удалить список назад ще їжа кількість назва вартість όνομα τιμή σφάλμα αρχείο σύνολο 名前 合計
保存 削除 利用者 設定 エラー ファイル 价格 用户 错误 订单 名称 数量 确认 사용자 이름 저장 삭제 오류 설정`.split(
    /\s+/,
  );

/** Whole texts of scripts that have no blanks between words. */
const TEXTS =
  `保存しました 入力してください。 この項目は必須です。 ファイルが見つかりません もう一度お試しください。 読み込み中 本当に削除しますか？
请输入您的姓名 保存成功！ 未找到该文件。 正在加载 请稍后再试。 您确定要删除吗？ 密码不正确，请重试。`.split(
    /\s+/,
  );

/** What stands before a text, with a blank between, or behind it. */
const SYMBOLS = "✓ ✅ ❌ ⚠️ → ← ▶ 🎉 🚀 🔥 ★ • · € £ © × ± °".split(" ");

/** What depends on how a word is spelled, which nobody knows of one behind a stand-in. */
const ABOUT_SPELLING =
  /\bsort|-sort|alphabet|\border(?:ed|ing)?\b|typo|spel|accent|umlaut|snake|camel|kebab|letter|capital|plural|singular|translat|abbreviat/i;

/** Comments, strings, templates, and texts between tags. */
const QUOTED =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|>[A-Z][\w ,.!?]*<\//g;

/** What people read: one word with a capital, or several without signs of code between them. */
const PROSE = /^[A-Z][a-z][\w .,:!?()%']*$|^[A-Za-z]\w*[,.:!?)%]* [\w .,:!?()%']*$/;

const DECLARED =
  /\b(?:const|let|var|function|class|interface)\s+([A-Za-z]{3,})\b|[(,] ?([a-z]{3,})(?=[,)])/gi;

/** Names that other code knows. */
const NO_NAMES =
  /^(?:use[A-Z]\w*|GET|POST|PUT|PATCH|DELETE|this|true|false|null|undefined|super|function|typeof|void|await|async|return|new|window|document|console|process|module|exports|require|describe|test|expect|default|constructor|event|method|headers|body|signal|props|children|key|ref)$/;

/** The texts of a lesson. The answer is empty where there is none. */
interface Sides {
  readonly instruction: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The lesson with some of its words beyond ASCII, in texts, comments and names, wherever they stand. As it is where no
 * word can be changed without a change of what is asked for.
 */
export function withWordsBeyondAscii(triple: Triple, random: Random): Triple {
  const { family, before, instruction, after } = triple;
  if (ABOUT_SPELLING.test(`${family} ${instruction}`)) return triple;
  const changes = changesOf({ instruction, before, after: after ?? "" }, after !== undefined, random);
  if (changes.size === 0) return triple;
  const changed = (text: string) => [...changes].reduce((all, change) => replaced(all, ...change), text);
  return {
    ...triple,
    instruction: changed(instruction),
    before: changed(before),
    after: after === undefined ? after : changed(after),
  };
}

/** What takes the place of which words. */
function changesOf(sides: Sides, isAnswered: boolean, random: Random): Map<string, string> {
  const { before, after, instruction } = sides;
  const code = `${before}\n${after}`;
  const texts = new Set<string>();
  const bare = code.replace(QUOTED, (quoted) => {
    const inner = quoted.replace(/^(?:\/[/*]+|[>"'`])|(?:\*\/|<\/|["'`])$/g, "");
    const pieces = inner.split(/\$\{[^}]*\}|\n/).filter((piece) => PROSE.test(piece.trim()));
    for (const piece of pieces) texts.add(piece.trim());
    return pieces.length > 0 ? " " : quoted;
  });
  const free = new Words(sides, isAnswered);
  const inTexts = new Set(
    [...texts].flatMap((text) => text.match(/(?<![\\\w])[A-Za-z][a-z]{2,}(?!\w)/g) ?? []),
  );
  const isCode = (word: string) => new RegExp(`\\b${word}`, "i").test(bare);
  const words = [...inTexts].filter((word) => !isCode(word));
  const names = [...new Set([...bare.matchAll(DECLARED)].map((match) => match[1] ?? match[2] ?? ""))].filter(
    (name) => name !== "" && !NO_NAMES.test(name) && !new RegExp(`\\.${name}\\b`).test(code),
  );

  const changes = new Map<string, string>();
  const most = random.between(1, 4);
  // Words that the instruction names are rarer, and harder to learn.
  const candidates = random
    .shuffle(random.chance(words.length > 0 ? 0.3 : 0.8) ? [...words, ...names] : words)
    .sort((a, b) => Number(instruction.includes(b)) - Number(instruction.includes(a)));
  for (const word of candidates) {
    if (changes.size === most) break;
    // An apostrophe between tags may pass for a quote, and code behind it for a text.
    if (RESERVED.has(word) || !free.has(word)) continue;
    const isFirst = words.includes(word) && [...texts].some((text) => text.startsWith(word));
    const other = inCaseOf(word, random.pick(WORDS));
    if (isFirst && random.chance(0.25)) changes.set(word, `${random.pick(SYMBOLS)} ${word}`);
    else if (![...changes.values()].includes(other)) changes.set(word, other);
  }
  const text = random.chance(0.2) && random.maybe([...texts].filter((one) => /\w \w/.test(one)));
  if (
    text &&
    !/['%]/.test(text) &&
    ![...changes.keys()].some((word) => text.includes(word)) &&
    free.has(text)
  )
    changes.set(text, random.pick(TEXTS));
  return changes;
}

/** Which words of a lesson are free to be others. */
class Words {
  readonly #sides: Sides;
  readonly #isAnswered: boolean;
  /** What people may have made of a name: without blanks and in small letters. */
  readonly #code: string;
  readonly #request: string;

  constructor(sides: Sides, isAnswered: boolean) {
    this.#sides = sides;
    this.#isAnswered = isAnswered;
    this.#code = bareOf(`${sides.before}\n${sides.after}`);
    this.#request = bareOf(sides.instruction);
  }

  /** Whether nothing else is made of the word or text, and the answer has it from the code or the instruction. */
  has(word: string): boolean {
    const { before, after, instruction } = this.#sides;
    const stem = bareOf(word).slice(0, Math.max(3, word.length - 2));
    const [inBefore, inAfter] = [count(before, word), count(after, word)];
    if (this.#code.split(stem).length - 1 !== inBefore + inAfter) return false;
    // An English word of a request is none of the code, though it may be the same.
    const named = [...instruction.matchAll(/(?<!\w)(["'`])([^"'`\n]*)\1(?!\w)/g)].reduce(
      (sum, [, , inner = ""]) => sum + count(inner, word),
      0,
    );
    const inRequest = /[a-z][A-Z]/.test(word) ? count(instruction, word) : named;
    if (this.#request.split(stem).length - 1 !== inRequest) return false;
    if (!this.#isAnswered) return true;
    return inRequest > 0 || inBefore === inAfter;
  }
}

function bareOf(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, "");
}

function wholly(words: string): RegExp {
  return new RegExp(`(?<![\\w$])${words.replace(/[.?()]/g, "\\$&")}(?![\\w$])`, "g");
}

function count(text: string, word: string): number {
  return text.match(wholly(word))?.length ?? 0;
}

function replaced(text: string, word: string, other: string): string {
  return text.replace(wholly(word), () => other);
}

function inCaseOf(word: string, other: string): string {
  const [first = ""] = word;
  return first === first.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
}
