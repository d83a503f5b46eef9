#include "state/persons.h"

#include <cassert>

namespace linli {

void hire(Persons& persons, Employers& employers, Id<Person> person, Id<Employer> employer) {
  assert(employers.has_vacancy(employer) && !persons.employer[person]);
  const std::uint16_t desk = employers.filled[employer]++;
  employers.worker[employers.first_desk[employer] + desk] = person;
  persons.employer[person] = employer;
  persons.desk[person] = desk;
}

void leave_job(Persons& persons, Employers& employers, Id<Person> person) {
  const Id<Employer> employer = persons.employer[person];
  if (!employer) return;
  const std::uint32_t first = employers.first_desk[employer];
  const Id<Person> last = employers.worker[first + --employers.filled[employer]];
  employers.worker[first + persons.desk[person]] = last;
  persons.desk[last] = persons.desk[person];
  persons.employer[person] = {};
}

}  // namespace linli
