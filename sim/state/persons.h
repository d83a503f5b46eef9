#pragma once

/// Residents, households and employers: tables of columns, one row each.

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "core/calendar.h"
#include "core/column.h"
#include "model/lists/kinds.h"

namespace linli {

/// What a person is, packed so that a candidate can be refused with one look at memory.
class Nature {
 public:
  Nature() = default;
  Nature(AgeBand age, bool male, bool migrant, double impulsivity)
      : impulsivity_(static_cast<std::uint16_t>(std::lround(impulsivity * 65535.0))),
        age_(static_cast<std::uint8_t>(age) & 7u),
        male_(male),
        migrant_(migrant) {}

  AgeBand age() const { return static_cast<AgeBand>(age_); }
  bool is_adult() const { return age_ != 0; }
  bool is_male() const { return male_; }
  bool is_migrant() const { return migrant_; }
  double impulsivity() const { return impulsivity_ / 65535.0; }  // [share] Beta(2, 5) over the population

  /// A vacant row waits for a newcomer: nobody is there.
  bool is_vacant() const { return vacant_; }
  bool in_custody() const { return custody_; }
  /// Released from custody within the re-entry time.
  bool in_reentry() const { return reentry_; }
  /// Somebody who is there and free: the only people anything happens to.
  bool is_about() const { return !vacant_ && !custody_; }

  void vacate() { vacant_ = true, reentry_ = false; }
  void occupy() { vacant_ = false; }
  void take_into_custody() { custody_ = true, reentry_ = false; }
  void release() { custody_ = false, reentry_ = true, ++releases_; }
  /// Counts modulo 256, to tell one release from the next.
  std::uint8_t releases() const { return releases_; }
  void complete_reentry() { reentry_ = false; }

 private:
  std::uint16_t impulsivity_ = 0;
  std::uint8_t age_ : 3 = 0;
  std::uint8_t male_ : 1 = 0;
  std::uint8_t migrant_ : 1 = 0;
  std::uint8_t vacant_ : 1 = 0;
  std::uint8_t custody_ : 1 = 0;
  std::uint8_t reentry_ : 1 = 0;
  std::uint8_t releases_ = 0;
};

/// The three stocks as they stood on the morning of `day`. attitudes.h brings them forward.
struct Attitude {
  float strain = 0.0f;  // >= 0
  float trust = 0.6f;   // [share]
  float ties = 0.1f;    // [share]
  Day day = 0;

  LINLI_MEMBERS(strain, trust, ties, day)
};

struct Persons {
  // Fixed
  Column<Person, Id<Grid>> home;
  Column<Person, Id<Household>> household;
  // Owned by migration
  Column<Person, std::uint16_t> generation;  // a person is a row and a generation
  Column<Person, Id<Employer>> employer;     // no row: without work
  Column<Person, std::uint16_t> desk;        // position among the employer's workers
  // Owned by migration (who lives there) and police (custody)
  Column<Person, Nature> nature;
  // Owned by attitudes
  Column<Person, Attitude> attitude;
  // Owned by crime
  Column<Person, std::int16_t> last_victimised;  // [day], far in the past for never
  // Owned by rumour
  Column<Person, std::uint16_t> heard;  // number of the last rumour that reached the person; 0 for none

  std::size_t size() const { return home.size(); }
  /// The identity that random draws are keyed by.
  std::uint64_t luck(Id<Person> person) const { return std::uint64_t{generation[person]} << 32 | person.row; }

  LINLI_MEMBERS(home, household, generation, employer, desk, nature, attitude, last_victimised, heard)
};

enum class Tenure : std::uint8_t { own, rent, dormitory };

struct Household {
  Tenure tenure = Tenure::rent;
  std::uint8_t rental_class = 0;  // 1 (best) to 8, for tenants; two classes to a grade
  bool in_estate = false;         // pays a property company
  bool in_village = false;        // member of the village collective

  /// 1 (best) to 4; 0 for those who do not rent.
  int rental_grade() const { return (rental_class + 1) / 2; }

  LINLI_MEMBERS(tenure, rental_class, in_estate, in_village)
};

struct Households {
  Column<Household, Id<Person>> first;  // members are contiguous rows; one entry more than households
  Column<Household, Household> facts;

  std::size_t size() const { return facts.size(); }
  Range<Person> members(Id<Household> household) const {
    return {first[household], first[Id<Household>(household.row + 1)]};
  }

  LINLI_MEMBERS(first, facts)
};

/// Firms and their desks. A firm's workers are `worker[first_desk + 0 ... + filled - 1]`.
struct Employers {
  Column<Employer, Sector> sector;
  Column<Employer, Id<Grid>> grid;
  Column<Employer, std::uint32_t> first_desk;  // one entry more than employers
  Column<Employer, float> reluctance;          // [share] of firms readier to run a workplace programme; see economy.h
  // Owned by economy
  Column<Employer, float> solvency;     // standard deviations from the mean
  Column<Employer, Day> arrears_since;  // never: pays
  Column<Employer, Day> inspected;      // never: not found in this spell of arrears
  Column<Employer, Day> warned;         // never: not watched
  Column<Employer, std::uint8_t> open;
  // Owned by migration
  Column<Employer, std::uint16_t> filled;
  std::vector<Id<Person>> worker;                      // by desk
  std::vector<Id<Employer>> desk_owner;                // by desk
  Column<Town, std::vector<Id<Employer>>> in_arrears;  // ascending; owned by economy

  std::size_t size() const { return sector.size(); }
  std::uint32_t desks(Id<Employer> employer) const {
    return first_desk[Id<Employer>(employer.row + 1)] - first_desk[employer];
  }
  bool has_vacancy(Id<Employer> employer) const { return open[employer] && filled[employer] < desks(employer); }
  std::span<const Id<Person>> workers(Id<Employer> employer) const {
    return {worker.data() + first_desk[employer], filled[employer]};
  }

  LINLI_MEMBERS(sector, grid, first_desk, reluctance, solvency, arrears_since, inspected, warned, open, filled, worker,
                desk_owner, in_arrears)
};

/// Seats a person at a free desk, or clears the desk (the last worker moves up). The only writers of desks.
void hire(Persons& persons, Employers& employers, Id<Person> person, Id<Employer> employer);
void leave_job(Persons& persons, Employers& employers, Id<Person> person);

}  // namespace linli
