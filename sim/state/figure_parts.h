#pragma once

/// The words that the list of figures is written in.

#include "state/figures.h"

namespace linli::detail {

using Better::less, Better::more, Better::open, Better::zero;
using Rank::headline, Rank::page, Rank::rest;

/// All kinds of an indicator, or those named.
Terms of(Daily indicator);
Terms of(Panel indicator);
template <class Indicator, class Enum>
Terms of(Indicator indicator, std::initializer_list<Enum> kinds) {
  Term term{indicator, {}};
  for (const Enum kind : kinds) term.kinds.push_back(static_cast<std::size_t>(kind));
  return {term};
}
template <class Indicator, class Enum>
requires std::is_enum_v<Enum> Terms of(Indicator indicator, Enum kind) {
  return of(indicator, {kind});
}
/// The stages for which `belongs` holds.
Terms of(Daily indicator, bool (*belongs)(Stage stage));
/// Spending on the levers whose names begin so.
Terms spending_on(const std::vector<std::string>& prefixes);

Terms operator+(Terms one, const Terms& other);
Terms operator-(Terms one, const Terms& other);

// Units.
FigureUnit count();         // how many in the period
FigureUnit mean_of_days();  // of a stock
FigureUnit at_the_end();    // of a stock
FigureUnit percent();
FigureUnit each(const Text& name, int decimals);  // a sum for each of another
FigureUnit per_residents_a_year(double residents, int decimals = 1);
FigureUnit per_residents(double residents);  // of a stock
FigureUnit a_year(const Text& name);         // a sum for each of another and year
FigureUnit yuan_a_head();
FigureUnit million_yuan();
FigureUnit zero_to(int most);

/// "offences.theft" for every kind: `make(kind)` completes a figure that has its key and name.
template <class Enum, class Make>
void add_by_kind(std::vector<Figure>& list, const std::string& key, const PerKind<Enum, Kind>& kinds, const Text& name,
                 const Make& make) {
  for (const Enum kind : every<Enum>()) {
    Figure figure = make(kind);
    figure.key = key + "." + std::string(kinds[kind].key);
    figure.name = say(name, kinds[kind].name);
    if (!figure.part.empty()) list.push_back(std::move(figure));
  }
}

}  // namespace linli::detail
