#pragma once

/// A scenario file as a document: base files below, overlays above, every value remembering the file and line it came
/// from, so that a complaint names the place where the user must look.
///
/// Overlays: `extends` names a base file. Tables merge key by key, `cards`, `measures`, `facilities` and `shocks`
/// append, everything else replaces. Paths in a file are relative to that file; after loading they are relative to the
/// scenario itself.

#include <toml++/toml.h>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/error.h"

namespace linli {

struct Document {
  toml::table root;
  std::filesystem::path file;        // the scenario itself; paths in `root` are relative to its folder
  std::vector<std::string> lineage;  // the files, base first

  std::filesystem::path resolve(const std::string& path) const { return file.parent_path() / path; }
};

/// Reads a file and all it extends. Throws InputError for files that are missing or no TOML and for circles.
Document load_document(const std::filesystem::path& file);

/// The same for a text that is not in a file but would stand at `file`.
Document parse_document(std::string_view text, const std::filesystem::path& file);

/// `value` as TOML where it is, else as a text: what `--set name=value` means. It replaces what `keys` ("a.b.c") name.
void override_value(const std::string& keys, const std::string& value, const std::string& place, toml::table& root);

/// A value in a document and the keys that lead to it.
struct Item {
  const toml::node* node;
  std::string path;  // "measures[0].lever"

  /// "file:line:column path"
  std::string where() const;
  std::string key() const { return path.substr(path.rfind('.') + 1); }
};

/// The member of a table, if it is there. The item must be a table.
std::optional<Item> find(const Item& table, std::string_view key);
/// Throws InputError when the member is missing.
Item need(const Item& table, std::string_view key);
/// All members of a table or list, in order.
std::vector<Item> members(const Item& item);

// The value of an item. Each throws InputError, naming what is there and what is allowed, for anything else.
std::string text_in(const Item& item);                      // without control characters; it may have several lines
std::string words_in(const Item& item);                     // the same, and not empty
std::string line_in(const Item& item);                      // a name or a title: words in one line
Date date_in(const Item& item);                             // one with known festivals
double number_in(const Item& item, std::string_view unit);  // a number, or a text with a unit
std::int64_t whole_in(const Item& item, std::int64_t low, std::int64_t high);
const Item& table_in(const Item& item);
const Item& list_in(const Item& item);

[[noreturn]] void refuse(const Item& item, Message what_is_wrong);

using Problems = std::vector<InputError>;

/// A table with `en` and `zh`, each read by `read`; one stands for both.
Message message_in(const Item& table, Problems& problems, std::string (*read)(const Item&) = words_in);

/// Runs a part of the reading; what is wrong there is noted and the rest goes on.
void attempt(Problems& problems, const std::function<void()>& read);

/// Notes every member of a table whose name is not among those known.
void note_unknown(const Item& table, const std::vector<std::string>& known, Problems& problems);

}  // namespace linli
