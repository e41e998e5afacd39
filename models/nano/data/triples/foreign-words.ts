/**
 * Words of languages other than English, in left-to-right scripts. The model reads a stand-in for each: it only matters
 * where they stand, and that code, instruction and answer have the same.
 */
export const WORDS =
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

/** Whole texts in scripts without spaces between words. */
export const TEXTS =
  `保存しました 入力してください。 この項目は必須です。 ファイルが見つかりません もう一度お試しください。 読み込み中 本当に削除しますか？
请输入您的姓名 保存成功！ 未找到该文件。 正在加载 请稍后再试。 您确定要删除吗？ 密码不正确，请重试。`.split(
    /\s+/,
  );

/** Symbols before a text, with a space between, or after it. */
export const SYMBOLS = "✓ ✅ ❌ ⚠️ → ← ▶ 🎉 🚀 🔥 ★ • · € £ © × ± °".split(" ");
