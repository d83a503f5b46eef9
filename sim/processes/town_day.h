#pragma once

/// A day in the court and committee rooms of one seat, for all towns it serves. Its parts are described in dispute.h
/// (dispute.cpp, opening.cpp, escalation.cpp), doors.h (doors.cpp), mediation.h (meetings.cpp) and settling.h
/// (settling.cpp).

#include "processes/dispute.h"
#include "processes/mediation.h"
#include "processes/rounds.h"

namespace linli {

class TownDay {
 public:
  TownDay(const Today& today, State& state, Id<Town> seat);

  void live();
  std::uint64_t steps() const { return steps_; }

 private:
  // dispute.cpp: the order of time
  void push(const WakeUp& wake_up);
  WakeUp pop();
  void wake_at(Id<Dispute> id, Time time, Cause cause);
  Draws draws_of(Dispute& dispute) { return Draws(today_.seed(), Purpose::dispute, dispute.luck, dispute.steps++); }
  void sleep(Id<Dispute> id);
  void advance(const WakeUp& wake_up);
  void act(Id<Dispute> id, Cause cause);
  bool parties_have_left(const Dispute& dispute) const;

  // opening.cpp
  Id<Dispute> new_row();
  void open(const Onset& onset);
  void claim(Id<Dispute> id);
  void keep_quiet(Id<Dispute> id, Draws& draws);
  void enter(Id<Dispute> id, Stage stage);
  Found chance_found_in(Id<Grid> grid) const;
  void find_latent();
  Search& search_of(Id<Grid> grid);
  bool is_still_latent(const Hidden& hidden) const;
  void bring_to_light(Id<Dispute> id, const Found& chance);
  void take_over_from_police();

  // escalation.cpp
  void raise(Dispute& dispute, int by);
  void change_intensity(Id<Dispute> id, int by);
  void confer(Id<Dispute> id);
  void turn_violent(Id<Dispute> id);

  // doors.cpp
  void choose_door(Id<Dispute> id, bool after_failure);
  void knock(Id<Dispute> id, Stage door);
  bool asks_for_studio(Dispute& dispute);
  bool accepts_referral(Dispute& dispute);
  void refer(Id<Dispute> id, Stage door, Referral how);
  void hand_over(Id<Dispute> id);
  void file(Id<Dispute> id, Stage bench);
  bool is_turned_away(Dispute& dispute, Stage door);
  bool goes_to_mediation_first(Id<Dispute> id, Stage bench);
  void join_bench(Id<Dispute> id, Stage stage);
  void end_arbitration(Id<Dispute> id);
  void receive_reply(Id<Dispute> id);

  // meetings.cpp
  Post& post_of(const Dispute& dispute);
  bool has_mediators(Stage stage, const Dispute& dispute) const;
  void leave_queue(Dispute& dispute);
  void attend(Id<Dispute> id);
  void make_appointment(Id<Dispute> id);
  void keep_appointment(Id<Dispute> id);
  void meet(Id<Dispute> id, Id<Mediator> mediator);
  double skill_in(const Dispute& dispute) const;
  bool parties_agree(const Dispute& dispute, Draws& draws) const;
  void end_meeting(Id<Dispute> id);
  void fail(Id<Dispute> id, Draws& draws, double hasty);
  void serve_waiting();
  bool take_next(Post& post, Id<Mediator> mediator, Time now);
  void release(Dispute& dispute, Time now);

  // settling.cpp
  void settle(Id<Dispute> id, double rush);
  bool can_settle_at(const Dispute& dispute, Time now) const;
  void settle_alike(Id<Respondent> respondent, Time now);
  void heed_incidents();
  void close(Id<Dispute> id, Outcome outcome);
  void await_breach(Id<Dispute> id, double rush, bool confirmed);
  void reopen(Id<Dispute> id);
  void free_row(Id<Dispute> id);
  void join_pool(Id<Dispute> id);
  void leave_pool(Id<Dispute> id);
  void count_closing(const Dispute& dispute, Outcome outcome);
  void move_parties(Dispute& dispute, Outcome outcome);
  void touch_parties(const Dispute& dispute, Contact contact, float relief, float ties);

  template <class Kind>
  void count(const Dispute& dispute, Daily indicator, Kind kind, double amount = 1.0) {
    state_.daily(town_of(dispute), indicator, kind) += amount;
  }
  void count(const Dispute& dispute, Daily indicator, double amount = 1.0) {
    state_.daily(town_of(dispute), indicator) += amount;
  }
  void count_complainant(Daily indicator, const Dispute& dispute);
  Id<Grid> home_of(const Dispute& dispute) const { return state_.persons.home[dispute.complainant]; }
  Id<Town> town_of(const Dispute& dispute) const { return today_.graph().town_of[home_of(dispute)]; }
  const LeverValues& levers_of(const Dispute& dispute) const { return today_.levers[town_of(dispute)]; }

  const Today& today_;
  State& state_;
  Id<Town> seat_;
  Docket& docket_;
  const LeverValues levers_;  // of the offices; what is done for a dispute goes by its own town's
  const Parameters::Ladder& ladder_;
  const Parameters::Assessment& assessment_;
  WorkingHours hours_;
  double residents_;
  std::uint64_t steps_ = 0;
};

/// The row of a dispute for the event table.
DisputeRecord record_of(const TownGraph& graph, const Persons& persons, const Dispute& dispute, Outcome outcome);

}  // namespace linli
