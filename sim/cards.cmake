# Writes the cards as text into a source file, so that the program needs no files to know them. FILES is a list with commas.
string(REPLACE "," ";" FILES "${FILES}")
set(ENTRIES "")
foreach(FILE IN LISTS FILES)
  file(READ ${FILE} TEXT)
  get_filename_component(NAME ${FILE} NAME)
  string(APPEND ENTRIES "      {\"${NAME}\", R\"card(${TEXT})card\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"model/cards/cards.h\"

namespace linli {
const std::vector<detail::CardFile>& detail::card_files() {
  static const std::vector<CardFile> files = {
${ENTRIES}  };
  return files;
}
}  // namespace linli
")
