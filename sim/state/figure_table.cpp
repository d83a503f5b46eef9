#include "state/figure_table.h"

namespace linli {
namespace {

using Json = nlohmann::ordered_json;

Json both(const Message& text) {
  return {{"en", text.english}, {"zh", text.chinese}};
}

/// The kinds by their keys; none where all of them count.
Json kinds_of(const Term& term) {
  Json keys = Json::array();
  const Axis axis = indicator_info(term).axis;
  if (term.kinds.size() == width(axis)) return keys;
  for (const std::size_t kind : term.kinds) keys.push_back(axis_info(axis).kinds[kind].key);
  return keys;
}

Json terms(const Terms& sum) {
  Json list = Json::array();
  for (const Term& term : sum)
    list.push_back({{"indicator", indicator_info(term).key}, {"kinds", kinds_of(term)}, {"sign", term.sign}});
  return list;
}

Json row(const Figure& figure) {
  Json entry = {{"key", figure.key},
                {"group", figure.group()},
                {"name", both(figure.name)},
                {"unit", both(figure.unit.name)},
                {"better", betters[figure.better].key},
                {"rank", ranks[figure.rank].key},
                {"period", periods[figure.unit.period].key},
                {"a_year", figure.unit.a_year},
                {"factor", figure.unit.factor},
                {"decimals", figure.unit.decimals},
                {"part", terms(figure.part)},
                {"whole", terms(figure.whole)}};
  if (figure.less_part) {
    entry["less_part"] = terms(*figure.less_part);
    entry["less_whole"] = terms(*figure.less_whole);
  }
  return entry;
}

}  // namespace

Json figure_table() {
  Json table = Json::array();
  for (const Figure& figure : figures()) table.push_back(row(figure));
  return table;
}

}  // namespace linli
