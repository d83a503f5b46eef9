#include "model/toml_document.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/files.h"
#include "model/toml_mistakes.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lists_that_append[] = {"cards", "measures", "facilities", "shocks"};
constexpr std::string_view file_keys[] = {"towns", "graphml", "nodes", "edges", "file"};

toml::table parse(std::string_view text, const std::string& source) {
  require_short_keys(text, source);
  try {
    return toml::parse(text, source);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw InputError(fmt::format("{}:{}:{}", source, at.line, at.column),
                     say({"this is not TOML: {}", "不符合TOML语法：{}"}, explained(error, text)));
  }
}

/// Rewrites the paths of data files so that they start at another folder.
void move_paths(toml::table& table, const fs::path& from, const fs::path& to) {
  for (const std::string_view key : file_keys) {
    toml::value<std::string>* path = table[key].as_string();
    if (path && fs::path(path->get()).is_relative())
      *path = (from / path->get()).lexically_normal().lexically_proximate(to.lexically_normal()).generic_string();
  }
  if (toml::table* network = table["network"].as_table()) move_paths(*network, from, to);
}

void append(toml::array&& more, toml::array& list) {
  for (toml::node& node : more) node.visit([&](auto& value) { list.push_back(std::move(value)); });
}

void lay_over(toml::table&& overlay, toml::table& base, bool is_root) {
  if (overlay.contains("end") && is_root) base.erase("days");
  if (overlay.contains("days") && is_root) base.erase("end");
  for (auto&& [key, node] : overlay) {
    toml::node* below = base.get(key.str());
    const bool appends = is_root && std::ranges::count(lists_that_append, key.str()) > 0;
    if (below && below->is_table() && node.is_table() && key.str() != "network") {
      lay_over(std::move(*node.as_table()), *below->as_table(), false);
    } else if (below && below->is_array() && node.is_array() && appends) {
      append(std::move(*node.as_array()), *below->as_array());
    } else {
      node.visit([&, &name = key](auto& value) { base.insert_or_assign(name, std::move(value)); });
    }
  }
}

std::string chain_of(const std::vector<fs::path>& files) {
  std::vector<std::string> names;
  for (const fs::path& file : files) names.push_back(file.string());
  return fmt::format("{}", fmt::join(names, " -> "));
}

/// The scenario being loaded: `open` holds the files from the scenario down to the one being read.
struct Loading {
  Document document;
  std::vector<fs::path> open;
};

void read_into(Loading& loading, std::string_view text, const fs::path& file);

void read_base(Loading& loading, const Item& extends, const fs::path& file) {
  const fs::path base = (file.parent_path() / text_in(extends)).lexically_normal();
  const std::string text = read_utf8(base, extends.where());
  std::error_code not_there;  // a text that would stand at a file
  const auto is_open = [&](const fs::path& other) { return fs::equivalent(other, base, not_there); };
  if (std::ranges::any_of(loading.open, is_open)) {
    loading.open.push_back(base);
    refuse(extends, say({"a scenario cannot extend itself: {}", "场景不能继承自身：{}"}, chain_of(loading.open)));
  }
  read_into(loading, text, base);
}

void read_into(Loading& loading, std::string_view text, const fs::path& file) {
  loading.open.push_back(file);
  toml::table root = parse(text, file.string());
  if (const auto extends = find({&root, ""}, "extends")) read_base(loading, *extends, file);
  root.erase("extends");
  if (toml::table* world = root["world"].as_table())
    move_paths(*world, file.parent_path(), loading.document.file.parent_path());
  if (toml::array* cards = root["cards"].as_array())
    for (toml::node& card : *cards)
      if (toml::table* table = card.as_table())
        move_paths(*table, file.parent_path(), loading.document.file.parent_path());
  loading.document.lineage.push_back(file.string());
  if (loading.document.lineage.size() == 1) {
    loading.document.root = std::move(root);
  } else {
    lay_over(std::move(root), loading.document.root, true);
  }
}

}  // namespace

Document parse_document(std::string_view text, const fs::path& file) {
  Loading loading{{{}, file, {}}, {}};
  read_into(loading, text, file);
  return std::move(loading.document);
}

Document load_document(const fs::path& file) {
  return parse_document(read_utf8(file, ""), file);
}

void override_value(const std::string& keys, const std::string& value, const std::string& place, toml::table& root) {
  toml::table wrapped;
  const std::string text = "value = " + value;
  require_short_keys(text, place);
  try {
    wrapped = toml::parse(text, place);
  } catch (const toml::parse_error&) {
    wrapped.insert("value", value);
  }
  toml::table overlay = std::move(wrapped);
  std::string_view rest = keys;
  toml::table result;
  toml::table* inner = &result;
  for (std::size_t dot = rest.find('.'); dot != rest.npos; dot = rest.find('.')) {
    inner = inner->insert(rest.substr(0, dot), toml::table{}).first->second.as_table();
    rest.remove_prefix(dot + 1);
  }
  overlay.get("value")->visit([&](auto& node) { inner->insert(rest, std::move(node)); });
  lay_over(std::move(result), root, true);
}

}  // namespace linli
