/// Reading single values of a document, and complaining about them.

#include <fmt/ranges.h>

#include <cmath>

#include "model/suggestions.h"
#include "model/toml_document.h"
#include "model/units.h"

namespace linli {
namespace {

Text kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return {"a table", "表"};
    case toml::node_type::array:
      return {"a list", "列表"};
    case toml::node_type::string:
      return {"a text", "文本"};
    case toml::node_type::integer:
      return {"a whole number", "整数"};
    case toml::node_type::floating_point:
      return {"a number", "数字"};
    case toml::node_type::boolean:
      return {"true or false", "布尔值"};
    case toml::node_type::date:
      return {"a date", "日期"};
    case toml::node_type::time:
      return {"a time of day", "时间"};
    case toml::node_type::date_time:
      return {"a date with a time of day", "日期时间"};
    case toml::node_type::none:
      break;
  }
  return {"nothing", "空值"};
}

template <class Allowed>
[[noreturn]] void refuse_kind(const Item& item, const Allowed& allowed) {
  refuse(item, say({"is {}; allowed is {}", "是{}；应为{}"}, kind_of(*item.node), allowed));
}

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

}  // namespace

std::string Item::where() const {
  const toml::source_region& source = node->source();
  if (!source.path || !source.begin) return path;
  if (source.path->starts_with("--")) return fmt::format("{}: {}", *source.path, path);
  return fmt::format("{}:{}:{} {}", *source.path, source.begin.line, source.begin.column, path);
}

void refuse(const Item& item, Message what_is_wrong) {
  throw InputError(item.where(), std::move(what_is_wrong));
}

std::optional<Item> find(const Item& table, std::string_view key) {
  const toml::node* node = table.node->as_table()->get(key);
  return node ? std::optional<Item>({node, joined(table.path, key)}) : std::nullopt;
}

Item need(const Item& table, std::string_view key) {
  if (const auto found = find(table, key)) return *found;
  throw InputError(Item{table.node, joined(table.path, key)}.where(), say({"is missing", "缺少此项"}));
}

std::vector<Item> members(const Item& item) {
  std::vector<Item> found;
  if (const toml::table* table = item.node->as_table())
    for (const auto& [key, node] : *table) found.push_back({&node, joined(item.path, key.str())});
  if (const toml::array* list = item.node->as_array())
    for (std::size_t i = 0; i < list->size(); ++i) found.push_back({list->get(i), fmt::format("{}[{}]", item.path, i)});
  return found;
}

std::string text_in(const Item& item) {
  const auto* text = item.node->as_string();
  if (!text) refuse_kind(item, Text{"a text in quotation marks", "加引号的文本"});
  if (printable(text->get()) != text->get())
    refuse(item, say({"has control characters, which are not allowed", "含有控制字符，不允许使用"}));
  return text->get();
}

std::string words_in(const Item& item) {
  const std::string text = text_in(item);
  if (text.empty()) refuse(item, say({"is empty", "为空"}));
  return text;
}

std::string line_in(const Item& item) {
  const std::string text = words_in(item);
  if (!is_one_line(text))
    refuse(item, say({"has a line break or a tab; allowed is one line", "含有换行或制表符；应为一行"}));
  return text;
}

Date date_in(const Item& item) {
  const auto* value = item.node->as_date();
  if (!value)
    refuse_kind(item, Text{"a date such as 2021-01-01, without quotation marks", "日期，如2021-01-01（不加引号）"});
  const toml::date date = value->get();
  const Date read{std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
  if (read < first_known_date() || read > last_known_date())
    refuse(item, say({"is {}; allowed are {} to {}, the dates whose festivals are known",
                      "为{}；允许范围为{}至{}（已知节假日的日期）"},
                     to_string(read), to_string(first_known_date()), to_string(last_known_date())));
  return read;
}

double number_in(const Item& item, std::string_view unit) {
  if (const auto* text = item.node->as_string()) try {
      return quantity_in(text->get(), unit);
    } catch (const InputError& error) {
      refuse(item, error.what_is_wrong);
    }
  const std::optional<double> number = item.node->value<double>();
  if (!number || !item.node->is_number()) refuse_kind(item, ways_to_write(unit));
  if (!std::isfinite(*number)) refuse(item, say({"is {}; allowed is a finite number", "为{}；应为有限数"}, *number));
  return *number;
}

std::int64_t whole_in(const Item& item, std::int64_t low, std::int64_t high) {
  const auto* value = item.node->as_integer();
  if (!value) refuse_kind(item, Text{"a whole number", "整数"});
  if (value->get() < low || value->get() > high)
    refuse(item, say({"is {}; allowed are {} to {}", "为{}；允许范围为{}至{}"}, value->get(), low, high));
  return value->get();
}

const Item& table_in(const Item& item) {
  if (!item.node->is_table()) refuse_kind(item, Text{"a table of names and values", "由名称和值组成的表"});
  return item;
}

const Item& list_in(const Item& item) {
  if (!item.node->is_array()) refuse_kind(item, Text{"a list in square brackets", "方括号列表"});
  return item;
}

Message message_in(const Item& table, Problems& problems, std::string (*read)(const Item&)) {
  note_unknown(table_in(table), {"en", "zh"}, problems);
  const auto en = find(table, "en"), zh = find(table, "zh");
  if (!en && !zh) refuse(table, say({"needs en, zh or both", "en和zh至少填写一个"}));
  return {read(en ? *en : *zh), read(zh ? *zh : *en)};
}

void attempt(Problems& problems, const std::function<void()>& read) {
  try {
    read();
  } catch (const InputError& error) {
    problems.push_back(error);
  }
}

void note_unknown(const Item& table, const std::vector<std::string>& known, Problems& problems) {
  for (const auto& [key, node] : *table.node->as_table()) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    const toml::source_region& source = key.source();
    const std::string path = joined(table.path, key.str());
    const std::string where =
        source.path ? fmt::format("{}:{}:{} {}", *source.path, source.begin.line, source.begin.column, path)
                    : Item{&node, path}.where();
    problems.push_back(
        InputError(where, say({"there is no such key{}", "没有这一项{}"}, suggestion(key.str(), known))));
  }
}

}  // namespace linli
