// Columns of the state as arrays that copy nothing.
//
// The tables of residents, households and employers never grow, so an array over one of their columns points into the
// simulation, which it keeps alive, and shows every later day as well. The docket of a town grows and moves: its
// columns are handed out as Column, which copies what is asked for and refuses to be read once the simulation has gone
// on.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "core/error.h"
#include "handle.h"
#include "processes/attitudes.h"
#include "state/state.h"

namespace linli::python {
namespace {

using Owner = std::shared_ptr<Handle>;

const State& state_of(const Owner& owner) {
  return owner->at_rest().state();
}

/// A read-only array over one member of every row.
template <class Shown, class Row>
py::array_t<Shown> view(const Owner& owner, std::span<const Row> rows, const void* first) {
  py::array_t<Shown> array({static_cast<py::ssize_t>(rows.size())}, {static_cast<py::ssize_t>(sizeof(Row))},
                           static_cast<const Shown*>(first), py::cast(owner));
  array.attr("setflags")(py::arg("write") = false);
  return array;
}

template <class Shown, class Entity, class Row>
py::array_t<Shown> view(const Owner& owner, const Column<Entity, Row>& column) {
  static_assert(sizeof(Shown) == sizeof(Row));
  return view<Shown>(owner, column.values(), column.values().data());
}

template <class Shown, class Entity, class Row, class Member>
py::array_t<Shown> view(const Owner& owner, const Column<Entity, Row>& column, Member Row::*member) {
  static_assert(sizeof(Shown) == sizeof(Member));
  return view<Shown>(owner, column.values(), &(column.values().data()->*member));
}

struct PersonsView {
  Owner owner;
  const Persons& rows() const { return state_of(owner).persons; }
};
struct HouseholdsView {
  Owner owner;
  const Households& rows() const { return state_of(owner).households; }
};
struct EmployersView {
  Owner owner;
  const Employers& rows() const { return state_of(owner).employers; }
};

/// A value for every resident, worked out now.
template <class Shown, class Value>
py::array_t<Shown> for_each_person(const PersonsView& view, const Value& value) {
  const Persons& persons = view.rows();
  py::array_t<Shown> values(static_cast<py::ssize_t>(persons.size()));
  Shown* out = values.mutable_data();
  for (const Id<Person> person : all_rows<Person>(persons.size())) *out++ = value(person);
  return values;
}

template <class Shown, class Value>
auto of_nature(Value value) {
  return [value](const PersonsView& view) {
    return for_each_person<Shown>(view,
                                  [&](Id<Person> p) { return static_cast<Shown>((view.rows().nature[p].*value)()); });
  };
}

auto attitude_now(float Attitude::*stock) {
  return [stock](const PersonsView& view) {
    const Simulation& simulation = view.owner->at_rest();
    if (simulation.today() == 0)
      return for_each_person<float>(view, [&](Id<Person> p) { return view.rows().attitude[p].*stock; });
    return for_each_person<float>(view, [&, today = simulation.latest()](Id<Person> p) {
      return attitude_of(today, simulation.state(), p).*stock;
    });
  };
}

void bind_persons(py::module_& module) {
  using View = PersonsView;
  py::class_<View>(module, "Persons", "Residents. Properties are views of columns, methods work out a new array.")
      .def("__len__", [](const View& v) { return v.rows().size(); })
      .def_property_readonly(
          "home", [](const View& v) { return view<std::uint32_t>(v.owner, v.rows().home); },
          "Row of the grid lived in.")
      .def_property_readonly(
          "household", [](const View& v) { return view<std::uint32_t>(v.owner, v.rows().household); },
          "Row of the household.")
      .def_property_readonly(
          "employer", [](const View& v) { return view<std::uint32_t>(v.owner, v.rows().employer); },
          "Row of the employer; 4294967295 without work.")
      .def_property_readonly(
          "generation", [](const View& v) { return view<std::uint16_t>(v.owner, v.rows().generation); },
          "How many have lived in this row before.")
      .def_property_readonly(
          "strain", [](const View& v) { return view<float>(v.owner, v.rows().attitude, &Attitude::strain); },
          "Strain, 0 to 5, as it stood on attitude_day.")
      .def_property_readonly(
          "trust", [](const View& v) { return view<float>(v.owner, v.rows().attitude, &Attitude::trust); },
          "Trust in local institutions, 0 to 1, as it stood on attitude_day.")
      .def_property_readonly(
          "ties", [](const View& v) { return view<float>(v.owner, v.rows().attitude, &Attitude::ties); },
          "Local ties, 0 to 0.95, as they stood on attitude_day.")
      .def_property_readonly(
          "attitude_day", [](const View& v) { return view<Day>(v.owner, v.rows().attitude, &Attitude::day); },
          "Day of the last event that touched the three stocks.")
      .def_property_readonly(
          "last_victimised", [](const View& v) { return view<std::int16_t>(v.owner, v.rows().last_victimised); },
          "Day of the last offence suffered; far in the past for never.")
      .def("strain_now", attitude_now(&Attitude::strain), "Strain on the last day lived.")
      .def("trust_now", attitude_now(&Attitude::trust), "Trust on the last day lived.")
      .def("ties_now", attitude_now(&Attitude::ties), "Ties on the last day lived.")
      .def("age_bands", of_nature<std::uint8_t>(&Nature::age), "0 (0 to 14) to 6 (75 and over).")
      .def("males", of_nature<bool>(&Nature::is_male))
      .def("migrants", of_nature<bool>(&Nature::is_migrant), "Without local hukou.")
      .def("vacant", of_nature<bool>(&Nature::is_vacant), "Rows in which nobody lives now.")
      .def("in_custody", of_nature<bool>(&Nature::in_custody));
}

void bind_households(py::module_& module) {
  using View = HouseholdsView;
  py::class_<View>(module, "Households", "Households. Properties are views of columns.")
      .def("__len__", [](const View& v) { return v.rows().size(); })
      .def_property_readonly(
          "first_member", [](const View& v) { return view<std::uint32_t>(v.owner, v.rows().first); },
          "Row of the first member; one entry more than households.")
      .def_property_readonly(
          "tenure", [](const View& v) { return view<std::uint8_t>(v.owner, v.rows().facts, &Household::tenure); },
          "0 own, 1 rent, 2 dormitory.")
      .def_property_readonly(
          "rental_class",
          [](const View& v) { return view<std::uint8_t>(v.owner, v.rows().facts, &Household::rental_class); },
          "1 (best) to 8 for tenants, else 0.");
}

void bind_employers(py::module_& module) {
  using View = EmployersView;
  py::class_<View>(module, "Employers", "Firms. Properties are views of columns.")
      .def("__len__", [](const View& v) { return v.rows().size(); })
      .def_property_readonly(
          "sector", [](const View& v) { return view<std::uint8_t>(v.owner, v.rows().sector); },
          "0 manufacturing, 1 construction, 2 services, 3 other.")
      .def_property_readonly(
          "grid", [](const View& v) { return view<std::uint32_t>(v.owner, v.rows().grid); }, "Row of the grid.")
      .def_property_readonly(
          "solvency", [](const View& v) { return view<float>(v.owner, v.rows().solvency); },
          "Standard deviations from the mean.")
      .def_property_readonly(
          "arrears_since", [](const View& v) { return view<Day>(v.owner, v.rows().arrears_since); },
          "First day of unpaid wages; -1000000 where wages are paid.")
      .def_property_readonly(
          "open", [](const View& v) { return view<std::uint8_t>(v.owner, v.rows().open); }, "0 closed, 1 open.")
      .def_property_readonly(
          "workers", [](const View& v) { return view<std::uint16_t>(v.owner, v.rows().filled); },
          "Workers employed. [persons]");
}

/// A column of a town's docket, readable until the simulation goes on.
class MovingColumn {
 public:
  using Copy = py::array (*)(const Docket&);

  MovingColumn(Owner owner, Id<Town> town, Copy copy, std::vector<std::string> names)
      : kinds(std::move(names)), owner_(std::move(owner)), town_(town), copy_(copy), day_(owner_->at_rest().today()) {}

  std::vector<std::string> kinds;

  py::array values() const {
    if (owner_->at_rest().today() != day_) {
      const py::object stale = py::module_::import("linli.errors").attr("StaleViewError");
      py::set_error(stale, "the simulation has gone on since this view of the docket was taken; take a new one");
      throw py::error_already_set();
    }
    return copy_(state_of(owner_).dockets[town_]);
  }

 private:
  Owner owner_;
  Id<Town> town_;
  Copy copy_;
  Day day_;
};

template <auto member, class Shown>
py::array copied(const Docket& docket) {
  std::vector<Shown> values;
  for (const Dispute& dispute : docket.disputes)
    if (dispute.number != 0) values.push_back(static_cast<Shown>(dispute.*member));
  return py::array_t<Shown>(static_cast<py::ssize_t>(values.size()), values.data());
}

struct DisputesView {
  Owner owner;
  Id<Town> town;
  MovingColumn column(MovingColumn::Copy copy, std::vector<std::string> kinds = {}) const {
    return {owner, town, copy, std::move(kinds)};
  }
};

template <class Enum>
std::vector<std::string> keys_of(const PerKind<Enum, Kind>& kinds) {
  std::vector<std::string> keys;
  for (const Kind& kind : kinds) keys.emplace_back(kind.key);
  return keys;
}

void bind_disputes(py::module_& module) {
  py::class_<MovingColumn>(module, "Column", "A column of a table that grows: readable until the next step.")
      .def("__len__", [](const MovingColumn& c) { return c.values().size(); })
      .def("__getitem__",
           [](const MovingColumn& c, const py::object& which) -> py::object { return c.values()[which]; })
      .def(
          "__array__",
          [](const MovingColumn& c, const py::object& dtype, const py::object& copy) -> py::object {
            if (!copy.is_none() && !copy.cast<bool>()) throw py::value_error("this column can only be copied");
            return dtype.is_none() ? py::object(c.values()) : c.values().attr("astype")(dtype);
          },
          py::arg("dtype") = py::none(), py::arg("copy") = py::none())
      .def("to_numpy", &MovingColumn::values, "A copy.")
      .def_readonly("kinds", &MovingColumn::kinds, "Keys of the codes 0, 1...; empty for a column of numbers.");
  using View = DisputesView;
  py::class_<View>(module, "Disputes", "The open disputes and latent grievances of a town, in the order of its docket.")
      .def("__len__", [](const View& v) { return v.column(&copied<&Dispute::number, std::uint32_t>).values().size(); })
      .def_property_readonly(
          "number", [](const View& v) { return v.column(&copied<&Dispute::number, std::uint32_t>); },
          "Unique in the town.")
      .def_property_readonly(
          "type", [](const View& v) { return v.column(&copied<&Dispute::type, std::uint8_t>, keys_of(dispute_types)); },
          "Codes of `kinds`.")
      .def_property_readonly(
          "stage", [](const View& v) { return v.column(&copied<&Dispute::stage, std::uint8_t>, keys_of(stages)); },
          "Codes of `kinds`: where it stands.")
      .def_property_readonly(
          "intensity", [](const View& v) { return v.column(&copied<&Dispute::intensity, std::uint8_t>); },
          "Stages of Glasl, 1 to 9.")
      .def_property_readonly(
          "severity", [](const View& v) { return v.column(&copied<&Dispute::severity, float>); },
          "What is at stake; 1 is usual.")
      .def_property_readonly(
          "opened", [](const View& v) { return v.column(&copied<&Dispute::opened, float>); }, "[days since the start]");
}

}  // namespace

void bind_state(py::module_& module) {
  bind_persons(module);
  bind_households(module);
  bind_employers(module);
  bind_disputes(module);
  module.def(
      "persons", [](const Owner& owner) { return PersonsView{owner}; }, py::arg("simulation"));
  module.def(
      "households", [](const Owner& owner) { return HouseholdsView{owner}; }, py::arg("simulation"));
  module.def(
      "employers", [](const Owner& owner) { return EmployersView{owner}; }, py::arg("simulation"));
  module.def(
      "disputes",
      [](const Owner& owner, std::uint32_t town) {
        return DisputesView{owner, Id<Town>(town)};
      },
      py::arg("simulation"), py::arg("town"), "Of a town by its position.");
}

}  // namespace linli::python
