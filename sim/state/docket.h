#pragma once

/// A town's docket: its open disputes, its mediation posts and their queues. Everything that a dispute competes for
/// lies in its own town, so a town is worked through in the order of time, and towns side by side.

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <vector>

#include "core/calendar.h"
#include "core/column.h"
#include "model/lists/kinds.h"
#include "state/queue.h"
#include "state/records.h"

namespace linli {

/// What a sleeping dispute wakes up to.
enum class Cause : std::uint8_t {
  escalate,
  cool,
  violence,
  settle,
  give_up,
  seek_help,
  change_door,
  handed_over,  // by an agency
  conference,
  appointment,  // with a sector committee
  breach,       // of a settlement
  meeting_ends,
  award,  // of labour arbitration
  judgment,
  reply,  // to a petition
  count
};

/// The rows are small because a city has a million latent grievances at any time.
struct Dispute {
  std::uint64_t luck = 0;  // key of all its draws
  Time clock = 0.0;        // when it last did something
  Time wakes = 0.0;        // when its next event is due
  Time queued = 0.0;       // when it joined the queue it stands in, or will after an appointment
  Id<Person> complainant;
  Id<Person> opponent;            // no row where the respondent is an organisation
  Id<Respondent> respondent;      // no row where the other side is a person
  Id<Mediator> mediator;          // who is at work on it
  std::uint32_t number = 0;       // unique within the town; 0 for a free row
  std::uint32_t wake_number = 0;  // of its latest wake-up: older ones in the queue are void
  std::uint32_t steps = 0;        // draws of the next step are keyed by this
  float severity = 1.0f;
  float opened = 0.0f;  // [days]
  std::uint16_t complainant_generation = 0;
  std::uint16_t opponent_generation = 0;
  DisputeType type = DisputeType::neighbour;
  Stage stage = Stage::latent;
  Stage settled_at = Stage::latent;     // of a settlement that will be broken
  Stage diverted_from = Stage::latent;  // the bench it was sent to mediation from; latent: none
  Cause cause = Cause::give_up;
  std::uint8_t intensity = 1;  // Glasl's stages 1 to 9
  std::uint8_t peak_intensity = 1;
  std::uint16_t doors = 0;  // bit per Stage entered
  std::uint8_t meetings = 0;
  std::uint8_t violent_events = 0;
  bool waiting = false;          // stands in a queue, or has an appointment
  bool has_appointment = false;  // with a sector committee: joins its queue at `queued`
  bool at_studio = false;        // asked for a studio when it came to the town centre
  bool aided = false;            // legal aid stands by the weaker side
  bool pending = false;          // before court, arbitrators or the petition office
  bool reopened = false;         // its settlement was not kept
  bool hard = false;             // a leader answers for it
  bool online = false;           // the meeting under way is held online
  bool on_paper = false;         // officials recorded it as settled while it was not

  bool is_claimed() const { return number != 0 && stage != Stage::latent && stage != Stage::closed; }
  bool has_tried(Stage door) const { return doors >> static_cast<int>(door) & 1; }
  void note_tried(Stage door) { doors = static_cast<std::uint16_t>(doors | 1u << static_cast<int>(door)); }

  LINLI_MEMBERS(luck, clock, wakes, queued, complainant, opponent, respondent, mediator, number, wake_number, steps,
                severity, opened, complainant_generation, opponent_generation, type, stage, settled_at, diverted_from,
                cause, intensity, peak_intensity, doors, meetings, violent_events, waiting, has_appointment, at_studio,
                aided, pending, reopened, hard, online, on_paper)
};

/// An entry of the calendar: dispute, when, and which of its wake-ups.
struct WakeUp {
  Time time;
  Id<Dispute> dispute;
  std::uint32_t number;  // the dispute's wake_number when this was scheduled

  LINLI_MEMBERS(time, dispute, number)
};

/// A mediator in post.
struct MediatorRow {
  std::uint16_t post = 0;  // index in Docket::posts
  bool full_time = false;
  bool in_service = true;      // false once the post is cut
  std::uint16_t position = 0;  // among the full-timers, or the part-timers, of the post
  Id<Dispute> at_work_on;      // no row: free
  Day appointed = 0;

  LINLI_MEMBERS(post, full_time, in_service, position, at_work_on, appointed)
};

inline constexpr int queue_classes = 3;

/// A committee, centre or desk: mediators who share one queue of three intensity classes.
struct Post {
  Id<Grid> place;
  Stage stage = Stage::community;
  Specialty specialty = Specialty::labour;  // of a sector committee
  bool is_studio = false;                   // of the town centre: named mediators whom parties ask for
  double weight = 0.0;                      // residents served
  std::vector<Id<Mediator>> mediators;
  std::array<std::deque<WakeUp>, queue_classes> queue;  // most intense first; stale entries are skipped

  LINLI_MEMBERS(place, stage, specialty, is_studio, weight, mediators, queue)
};

/// Mediators a town should have.
struct Staffing {
  std::size_t full_time = 0;
  std::size_t part_time = 0;
  std::size_t at_centre = 0;  // of the full-timers
  std::size_t sector = 0;
  std::size_t desk = 0;
  std::size_t studios = 0;
  std::size_t groups = 0;  // of union, league and federation
  bool operator==(const Staffing&) const = default;

  LINLI_MEMBERS(full_time, part_time, at_centre, sector, desk, studios, groups)
};

/// Cases decided one after another at a yearly capacity: court, arbitration, petition office.
struct Bench {
  Time free_at = 0.0;  // when the next case can be taken up

  LINLI_MEMBERS(free_at)
};

using SkillMatrix = Eigen::Array<float, Eigen::Dynamic, static_cast<int>(DisputeType::count), Eigen::RowMajor>;

/// A latent grievance, and how far its grid has to be searched before it comes to light.
struct Hidden {
  double until;
  Id<Dispute> dispute;
  std::uint32_t number;  // the dispute's, when it was kept quiet

  LINLI_MEMBERS(until, dispute, number)
};

/// How far rounds have searched a grid, and what they have yet to find.
struct Search {
  double done = 0.0;           // the integrated hazard of being found
  std::vector<Hidden> hidden;  // heap, the next to be found on top; stale entries are skipped

  LINLI_MEMBERS(done, hidden)
};

/// Where a town's posts stand among one another: a committee for each of its communities, then the town's own.
struct PostPlaces {
  std::size_t committees = 0;

  std::size_t centre() const { return committees; }
  std::size_t studios() const { return committees + 1; }
  std::size_t sector(Specialty field) const { return committees + 2 + static_cast<std::size_t>(field); }
  std::size_t desk() const { return sector(Specialty::count); }
  std::size_t count() const { return desk() + 1; }
};

struct Docket {
  Column<Dispute, Dispute> disputes;
  std::vector<Id<Dispute>> free_rows;
  CalendarQueue<WakeUp> wake_ups;
  std::vector<WakeUp> later_today;  // heap, while the day runs
  Column<Mediator, MediatorRow> mediators;
  SkillMatrix skill;        // mediators by dispute types, in standard deviations from a part-timer's mean
  std::vector<Post> posts;  // where PostPlaces says
  Bench arbitration, court, petition;
  std::vector<Search> searches;                              // by grid of the town
  std::map<Id<Respondent>, std::vector<Id<Dispute>>> pools;  // open disputes with each organisation
  Staffing staffing;
  std::uint32_t last_number = 0;
  PerKind<Stage, std::int32_t> open_at{};
  PerKind<Stage, std::int32_t> waiting_at{};
  std::vector<DisputeRecord> closed_today;

  PostPlaces places() const { return {posts.size() - PostPlaces{}.count()}; }

  LINLI_MEMBERS(disputes, free_rows, wake_ups, later_today, mediators, skill, posts, arbitration, court, petition,
                searches, pools, staffing, last_number, open_at, waiting_at, closed_today)
};

}  // namespace linli
