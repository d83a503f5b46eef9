#pragma once

/// The figures that a run is judged by, as data: the one list that totals in memory, result files, `linli-sim info`,
/// Python, cards and the documentation walk.
///
/// A figure is a ratio of sums over days, towns and kinds (never a mean of ratios), times a factor:
///
///     value = factor * sum of `part` / sum of `whole`
///
/// Flows are summed over the days. Stocks are as well, so that what is divided by them, or by days, is a mean over
/// days. Residents count as residents times years where a figure is a rate "a year": a calendar year that was lived in
/// full is exactly one, whatever its number of days. Figures of the panel (trust, strain, ties) are means over its
/// weeks, weighted by the residents that they stand for. A gap is the figure of one group less that of another.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "state/indicators.h"

namespace linli {

/// An indicator over some of its kinds.
struct Term {
  std::variant<Daily, Panel> indicator;
  std::vector<std::size_t> kinds;
  double sign = 1.0;
};
using Terms = std::vector<Term>;

const IndicatorInfo& indicator_info(const Term& term);

/// What is taken of a period.
enum class Period : std::uint8_t { sum, mean, last, count };
inline constexpr PerKind<Period, Kind> periods = {{
    {Period::sum, "sum", {"sum over the days", "各日之和"}},
    {Period::mean, "mean", {"mean over the days", "各日平均"}},
    {Period::last, "last", {"on the last day", "期末值"}},
}};

/// What a figure is given in.
struct FigureUnit {
  Message name;
  double factor = 1.0;
  int decimals = 1;
  Period period = Period::sum;
  bool a_year = false;  // `whole` counts in years, not in days
};

/// Which way is an improvement; `zero` for gaps between groups, `open` where it depends on one's view.
enum class Better : std::uint8_t { more, less, zero, open, count };
inline constexpr PerKind<Better, Kind> betters = {{
    {Better::more, "more", {"more is better", "越高越好"}},
    {Better::less, "less", {"less is better", "越低越好"}},
    {Better::zero, "zero", {"nearer to zero is better", "越接近零越好"}},
    {Better::open, "open", {"a matter of view", "视立场而定"}},
}};

/// How near to the front a figure stands: `headline` are those that a whole policy is first judged by.
enum class Rank : std::uint8_t { headline, page, rest, count };
inline constexpr PerKind<Rank, Kind> ranks = {{
    {Rank::headline, "headline", {"first judged by", "首要判断指标"}},
    {Rank::page, "page", {"on the page of a run", "结果概览"}},
    {Rank::rest, "rest", {"in the full list", "完整列表"}},
}};

struct Figure {
  std::string key;  // group and name: "harm.serious"
  Message name;
  FigureUnit unit;
  Better better = Better::open;
  Rank rank = Rank::rest;
  Terms part;
  Terms whole;                     // none: the period alone, by `unit`
  std::optional<Terms> less_part;  // of a gap: the other group
  std::optional<Terms> less_whole;

  std::string group() const { return key.substr(0, key.find('.')); }
};

/// All of them, group by group.
const std::vector<Figure>& figures();

/// The groups of the list, in its order.
const std::vector<Kind>& figure_groups();

/// Throws InputError with what is close to the key.
const Figure& figure_named(std::string_view key);

namespace detail {
// The parts of the list, in its order.
std::vector<Figure> dispute_figures();
std::vector<Figure> safety_figures();
std::vector<Figure> people_figures();
}  // namespace detail

}  // namespace linli
