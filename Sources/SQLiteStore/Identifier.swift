/// A name of a table or column as SQL writes it: in double quotes, inner quotes doubled.
///
/// `a"b` → `"a""b"`.
func quoted(identifier: String) -> String {
  var text = "\""
  for character in identifier.unicodeScalars {
    if character == "\"" { text += "\"" }
    text.unicodeScalars.append(character)
  }
  return text + "\""
}
