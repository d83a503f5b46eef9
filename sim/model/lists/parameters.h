#pragma once

/// What is assumed about the world: constant during a run, the same under every policy. Plain data.
///
/// Defaults here are priors (their sources are in the list of parameters.cpp); calibration moves them, tests do not.
/// Whatever a policy may change is a lever, in levers.h.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/text.h"
#include "model/lists/kinds.h"
#include "model/lists/parameters_by_kind.h"

namespace linli {

struct Parameters {
  // In the list, their fields stand in the groups grievance and ladder, crime and police.
  OfDisputes dispute = assumed_of_disputes;
  OfOffences offence = assumed_of_offences;

  struct Population {
    double migrant_share = 0.7598;  // [share] of residents
    double age_0_14 = 0.1312;       // [share]
    double age_60_plus = 0.0547;    // [share]
    PerKind<AgeBand, double> age_hukou = {{
        // [share] of hukou residents, before all margins are met
        {AgeBand::child, 0.23},
        {AgeBand::youth, 0.10},
        {AgeBand::young_adult, 0.15},
        {AgeBand::adult, 0.15},
        {AgeBand::middle, 0.20},
        {AgeBand::senior, 0.12},
        {AgeBand::elder, 0.05},
    }};
    PerKind<AgeBand, double> age_migrants = {{
        // [share] of migrants, before all margins are met
        {AgeBand::child, 0.10},
        {AgeBand::youth, 0.22},
        {AgeBand::young_adult, 0.30},
        {AgeBand::adult, 0.21},
        {AgeBand::middle, 0.155},
        {AgeBand::senior, 0.013},
        {AgeBand::elder, 0.002},
    }};
    double sex_ratio = 130.06;             // [men per 100 women] all residents
    double hukou_sex_ratio = 96.31;        // [men per 100 women] hukou residents
    double dormitory_share = 0.1811;       // [share] of residents living in collective households
    double household_size = 1.95;          // [persons] mean of family households
    double dormitory_size = 2.83;          // [persons] mean of collective households
    double hukou_home_ownership = 0.85;    // [share] of hukou households
    double migrant_home_ownership = 0.10;  // [share] of migrant family households
    double estate_share = 0.35;            // [share] of family households living in managed estates
    double village_share = 0.60;           // [share] of hukou households that belong to a village collective
  } population;

  struct Work {
    PerKind<Sector, OfSector> sector = assumed_of_sectors;
    double employment = 0.86;          // [share] of residents aged 15 to 59 with a job
    double jobs_per_employer = 25.0;   // [jobs] mean
    double size_deviation = 1.3;       // [1] standard deviation of log employer size
    double commute_length = 4.0;       // [km] decay of the attraction of jobs with distance
    double vacancy = 0.08;             // [share] of desks that are free at the start
    double job_change_rate = 0.49;     // [1/year] migrants
    double solvency_memory = 180.0;    // [days]
    double arrears_rate = 0.012;       // [1/year] employers of mean solvency or better, mean over the year
    double arrears_sensitivity = 1.6;  // [1] per standard deviation of solvency below the mean
    double arrears_season_peak = 3.0;  // [1] month before Spring Festival against June
    double payment_time = 75.0;        // [days] mean until a firm in arrears pays by itself
    double inspection_effect = 3.0;    // [1] how many times sooner an inspected firm pays under full sanctions
    double fund_time = 10.0;           // [days] mean until the arrears fund pays the workers of an inspected firm
    double closure_rate = 0.02;        // [1/year] employers of mean solvency
    double closure_sensitivity = 1.0;  // [1] per standard deviation below the mean
    double reopening_time = 60.0;      // [days] mean until another firm opens in the premises
    double warning_effect = 0.5;       // [share] of arrears that a warned firm is kept from
    double warning_time = 90.0;        // [days] a warning lasts
    double distress = 1.0;             // [1] standard deviations below the mean from which a firm is in distress
    double arrears_strain = 0.5;       // [strain] a worker when pay stops
    double job_loss_strain = 0.6;      // [strain]
    double moral_hazard = 0.3;         // [1] arrears times 1 + this where the fund pays for everybody
    double credit_payment = 1.0;       // [1] a firm in arrears pays sooner by 1 + this * reach of credit sanctions
    double credit_errors = 0.05;       // [1/year] sound firms that credit sanctions hit by mistake, at full reach
    double credit_loss = 0.5;          // [1] standard deviations of solvency lost by such a firm
    double aid_relief = 0.6;           // [share] of the strain of lost or unpaid wages that aid takes away
    double aid_error = 0.15;           // [share] of aid that goes to somebody who is not in hardship
    double culture_grievance = 0.4;    // [share] of labour grievances other than arrears that a programme prevents
    double culture_conduct = 0.3;      // [share] of their workers' propensity to offend that a programme takes away
  } work;

  struct Migration {
    double leave_rate = 0.145;         // [1/year] migrants of no strain and no ties leave the city
    double leave_strain = 0.5;         // [1] rate times 1 + this * strain
    double leave_ties = 0.5;           // [1] rate times 1 - this * ties
    double replacement_time = 20.0;    // [days] mean until a newcomer takes the place
    double festival_share = 0.5;       // [share] of migrants who travel at Spring Festival
    double festival_stay_away = 0.15;  // [share] of travellers who do not return
    double festival_before = 15.0;     // [days] earliest departure
    double festival_after = 20.0;      // [days] latest return
    double services_attract = 0.5;     // [share] of the time until a newcomer comes that full services save
    double inspection_leave = 0.3;     // [1] tenants' leaving times 1 + this where every rented home is inspected
  } migration;

  struct Attitudes {
    double strain_memory = 60.0;        // [days]
    double trust_base = 0.6;            // [share]
    double trust_memory = 365.0;        // [days]
    double good_contact = 0.02;         // [1] share of the distance to full trust gained by a good contact
    double bad_contact_ratio = 4.0;     // [1] weight of a bad contact against a good one
    double ties_memory = 730.0;         // [days]
    double ties_on_arrival = 0.1;       // [share]
    double ties_base = 0.35;            // [share]
    double ties_own_home = 0.15;        // [share]
    double ties_family = 0.10;          // [share]
    double ties_services = 0.20;        // [share] ties gained where service access is complete
    double ties_representation = 0.05;  // [share] ties a migrant gains where migrants are represented
    double ties_associations = 0.05;    // [share] ties a migrant gains in an association
    double ties_covenant = 0.05;        // [share] ties gained where a covenant is at work
    double ties_credit = 0.05;          // [share] ties gained by those whom good-neighbour credit reaches
    double spread = 0.2;                // [share] of a change of trust that reaches the household; half to workmates
  } attitudes;

  struct Grievance {
    double strain_effect = 0.3;       // [1] rate times 1 + this * strain
    double naming_strain = 0.1;       // [strain] per unit of severity
    double severity_deviation = 1.0;  // [1] of log severity
    double claim_trust = 1.0;         // [logit] per unit of trust above its base
    double claim_awareness = 1.5;     // [logit] per unit of legal awareness above the reference
    double claim_distance = 0.02;     // [logit/minute] lost per minute to the nearest mediation committee
    double latent_time = 180.0;       // [days] mean until a latent grievance is given up
    double density_cap = 2.5;         // [1] most that crowding multiplies disputes between neighbours
    double burst_share = 0.2;         // [share] of quarters in which investment schemes fail
    double burst_factor = 4.0;        // [1] onset in such a quarter
    double siting_distance = 2.0;     // [km] reach of an announced facility
    double covenant_effect = 0.30;    // [share] of neighbour, property and village grievances prevented by covenants
    double disclosure_effect = 0.50;  // [share] of village and siting grievances prevented by disclosure
    double inspection_effect = 0.30;  // [share] of rental grievances prevented by a yearly inspection
    double rental_grade = 0.35;       // [1] rate of rental grievances times 1 + this per grade below the best
    double disclosure_delay = 60.0;   // [days] that full disclosure delays the decision on a facility
    double facility_effect =
        0.5;  // [share] of the way to help that service facilities everywhere save, from the reference
  } grievance;

  struct Ladder {
    double escalation_time = 30.0;      // [days]
    double escalation_strain = 0.3;     // [1] per party
    double cooling_time = 45.0;         // [days] below stage 4
    double settle_time = 28.0;          // [days] mean to a bilateral settlement at intensity 1 between equals
    double settle_intensity = 0.25;     // [1] rate times exp(-this * (intensity - 1))
    double settle_power = 0.5;          // [1] rate times 1 - this * power gap
    double give_up_time = 110.0;        // [days] mean until a party at odds gives up
    double seek_time = 55.0;            // [days] mean until a third party is sought, severity 1
    double wait_give_up_time = 150.0;   // [days] in a queue
    double wait_change_time = 90.0;     // [days] in a queue, until another door is tried
    double door_community = 2.0;        // [logit]
    double door_sector = 0.0;           // [logit]
    double door_town = 0.5;             // [logit]
    double door_police = -0.6;          // [logit]
    double door_arbitration = 0.6;      // [logit] labour disputes only
    double door_court = 0.7;            // [logit]
    double door_petition = -0.6;        // [logit]
    double door_give_up = -0.5;         // [logit] nothing more is tried after a door has failed
    double door_trust = 1.5;            // [logit] mediation and petition doors, per unit of trust above its base
    double door_distance = 0.02;        // [logit/minute]
    double door_severity = 0.4;         // [logit] town (once) and court (twice), per unit of log severity
    double door_awareness = 1.0;        // [logit] court and arbitration, per unit of awareness above the reference
    double door_intensity = 0.3;        // [logit] police desk, per stage above 2
    double meeting_shape = 2.0;         // [1] of the gamma distribution of hours per case
    double agree_base = 2.4;            // [logit]
    double agree_skill = 0.8;           // [logit] per unit of skill
    double agree_intensity = 0.45;      // [logit] lost per stage above 2
    double agree_power = 0.8;           // [logit] lost at full power gap
    double agree_trust = 0.8;           // [logit] per unit of trust above its base
    double agree_age = 0.25;            // [logit] lost per unit of log(1 + age / 30 days)
    double failed_escalation = 0.3;     // [share] of failed meetings that raise the intensity
    double skill_deviation = 0.5;       // [1] between mediators and types
    double full_time_skill = 0.3;       // [1] above part-timers
    double specialist_skill = 1.2;      // [1] of sector specialists in their own field, above part-timers
    double training_gain = 0.01;        // [1/hour] skill per yearly training hour
    double training_time = 365.0;       // [days] in post until training has taken effect
    double online_skill = 0.25;         // [logit] lost online, per stage above 2
    double online_hours = 0.7;          // [1] hours of an online meeting against one in person
    double subsidy_hours = 0.3;         // [1] more hours of part-timers at a subsidy of 100 yuan
    double subsidy_rush = 0.2;          // [1] rush at a subsidy of 100 yuan
    double agency_time = 90.0;          // [days] in which agencies hand over the share of disputes that the lever says
    double conference_time = 7.0;       // [days] mean until a flagged dispute gets its conference
    double conference_drop = 2.0;       // [stages] mean fall of intensity in a conference
    double breach_rate = 0.10;          // [1/year] of mediated settlements, unhurried and unconfirmed
    double breach_bilateral = 0.15;     // [1/year] of settlements between the parties
    double breach_rush = 1.5;           // [1] breach times 1 + this * rush
    double breach_confirmed = 0.1;      // [1] breach of a confirmed settlement against another
    double breach_horizon = 365.0;      // [days] after which a settlement has been kept
    double diverted_agree = 0.6;        // [logit] gained where a suit is pending
    double arbitration_time = 45.0;     // [days] mean, unloaded
    double arbitration_appeal = 0.25;   // [share] of awards taken to court
    double petition_settles = 0.15;     // [share] of replies that make the other side give way
    double leader_settles = 0.35;       // [share] more where a leader answers for the case
    double aid_equalises = 0.6;         // [share] of the power gap that legal aid takes away
    double court_time = 90.0;           // [days] mean, unloaded
    double court_shape = 4.0;           // [1] of the gamma distribution
    double fair_mediation = 0.90;       // [share] of settled mediations felt as a good contact
    double failed_contact = 0.35;       // [share] of failed mediations felt as a bad contact
    double fair_court = 0.55;           // [share] of judgments felt as a good contact, the rest as a bad one
    double relief_settled = 0.8;        // [share] of the grievance's strain that a settlement takes away
    double relief_judged = 0.5;         // [share]
    double ties_settled = 0.01;         // [share] ties gained by parties who settle
    double village_first = 1.5;         // [logit] gained by the village's door where small matters are sent there
    double studio_asked = 0.5;          // [share] of those who come to the town centre who ask for a studio
    double studio_skill = 1.5;          // [1] of studio mediators, above part-timers
    double groups_door = 1.0;           // [logit] sector door, labour and family, per post of union, league, federation
    double sector_delay = 7.0;          // [days] until a sector committee's appointment
    double representation_door = 0.5;   // [logit] village's door, for those who are represented on its committee
    double referral_accepted = 1.0;     // [share] of parties sent to mediation who go
    double false_flags = 0.05;          // [share] of calmer disputes flagged as near violence, at full conferences
    double hasty_reply = 0.5;           // [share] of replies to petitions on paper alone, if given at once
    double reply_standard = 30.0;       // [days] that a reply takes when nothing is skipped
    double batch_payment = 5000.0;      // [yuan] an organisation pays for a case settled in a batch, severity 1
    double batch_accepted = 0.9;        // [share] of parties who accept what was agreed with another
    double violence_intensity = 0.7;    // [1] log rate per stage above 4
    double violence_impulsivity = 2.0;  // [1] rate times 1 + this * impulsivity
    double violence_guardianship = 0.3;  // [share] prevented where a mediator or a court has the case
    double injury_base = 0.10;           // [share] of violent events at intensity 4
    double injury_slope = 0.06;          // [share] more per stage
    double death_base = 3e-4;            // [share] at intensity 5
    double death_slope = 0.877;          // [1] log probability per stage: 1e-2 at intensity 9
  } ladder;

  struct Service {
    double find_latent = 0.15;         // [share] of a household's latent grievances that a grid worker's visit finds
    double leader_finds = 0.5;         // [share] that a visit of the stationed team finds
    double find_hazard = 0.25;         // [share] of a household's hazards that a grid worker's visit finds
    double inspector_visits = 6.0;     // [visits/day] of a safety inspector
    double inspector_finds = 0.6;      // [share] of the premises' hazards that an inspection finds
    double working_days = 250.0;       // [days/year] of grid workers and inspectors
    double registration_effect = 0.5;  // [1] what a grid worker's visit finds times 1 + this * (coverage - reference)
    double social_visits = 4.0;        // [visits/day] of a social worker
    double social_finds = 0.4;         // [share] of a household's latent grievances that a social worker finds
    double social_ties = 0.05;         // [share] ties gained by somebody whom a social worker visits
    double grant_gap = 45.0;           // [days] at the beginning of a year until grants pay social workers
    double targeting_memory = 90.0;    // [days] window of what was found that steers the rounds
  } service;

  struct Hazard {
    PerKind<HazardType, OfHazard> type = assumed_of_hazards;
    double grade_effect = 0.5;     // [1] fire hazards of rented homes times 1 + this per grade below the best
    double accident_strain = 1.0;  // [strain] of the injured, and of households of the dead
    double flood_factor = 20.0;    // [1] arising times 1 + this * size of a flood
    double flood_strain = 0.5;     // [strain] of those hit
  } hazard;

  struct Collective {
    // [1/year] of a pool large enough: somebody calls for it
    PerKind<RespondentKind, double> spark_rate = {{
        {RespondentKind::employer, 2.0},
        {RespondentKind::landlord, 0.1},
        {RespondentKind::property_company, 0.5},
        {RespondentKind::village_collective, 0.5},
        {RespondentKind::merchant, 0.02},
        {RespondentKind::clinic, 0.05},
        {RespondentKind::platform, 0.3},
        {RespondentKind::facility, 2.0},
    }};
    double smallest = 10.0;             // [persons] that make an incident
    double threshold = 0.25;            // [share] mean of the share of others one waits for
    double threshold_deviation = 0.12;  // [share]
    double strain_stimulus = 0.10;      // [share] lower thresholds per unit of mean strain
    double rumour_stimulus = 0.5;       // [share] lower thresholds at full belief in a rumour
    double risk_effect = 0.10;          // [share] higher thresholds at certain risk
    double responders = 0.02;           // [1] responders per participant at which the risk is counted
    double watched = 0.7;               // [share] of sparks that do not catch in a watched pool
    double contained = 0.3;             // [1] length of a contained incident against another
    double length = 2.0;                // [days] mean
    double negotiated = 0.5;            // [share] of the pool's cases that negotiation settles
    double witnesses = 2.0;             // [1] per participant, who see it contained
    double demonstration = 1.0;  // [1] sparks in similar pools of the town times 1 + this, just after a concession
    double demonstration_time = 60.0;  // [days]
    double strain = 0.2;               // [strain] of participants who were contained
  } collective;

  struct Rumour {
    double arise = 3.0;           // [1/(million person-years)]
    double after_incident = 0.3;  // [share] of incidents that start one
    double contacts = 0.055;      // [1/day] chance that a believer tells a given household member or workmate
    double forget = 10.0;         // [days] mean until a believer lets go
    double answer_effect = 0.6;   // [share] of spreading that an early official answer stops
    double denial_effect = 0.5;   // [1] more spreading after an answer that proved wrong
    double strain = 0.1;          // [strain] of hearing it
    double doubt = 0.5;           // [share] of those who hear it after a wrong answer and feel badly treated
    double news = 120.0;          // [days] in which a rumour loses its news value by a factor e
  } rumour;

  struct Wellbeing {
    double rate = 4.0;              // [1/(100,000 person-years)] deaths at no strain and full ties
    double strain_effect = 1.0;     // [1] rate times 1 + this * strain
    double isolation_effect = 1.0;  // [1] rate times 1 + this * (1 - ties)
    // [1]
    PerKind<AgeBand, double> age_factor = {{
        {AgeBand::child, 0.05},
        {AgeBand::youth, 0.7},
        {AgeBand::young_adult, 0.8},
        {AgeBand::adult, 0.9},
        {AgeBand::middle, 1.2},
        {AgeBand::senior, 2.5},
        {AgeBand::elder, 5.0},
    }};
    double relief = 1.0;       // [strain] taken off who is reached
    double bereavement = 1.0;  // [strain] of each member of the household
    double seek_rate = 0.3;    // [1/year] per unit of strain: somebody looks for counsel
    double clients = 120.0;    // [1/year] that a counsellor can take
  } wellbeing;

  struct Scrutiny {
    double camera_rate = 0.01;    // [1/year] a resident feels watched, at the reference density of cameras
    double targeting_rate = 0.1;  // [1/year] a resident feels watched, where all rounds follow the data
    double check_rate = 0.3;      // [1/year] a tenant is checked, where registration is complete
  } scrutiny;

  struct Predation {
    double groups = 3.0;              // [groups per million residents] at the start
    double members = 8.0;             // [persons] mean size
    double territory = 3.0;           // [grids] that a group works
    double offences = 1.5;            // [1/(member, month)] extortions and loans
    double lending = 0.4;             // [share] of them loans
    double loss = 3000.0;             // [yuan] median
    double dismantle_hours = 1800.0;  // [hours] of investigation per member, at no report
    double report_help = 0.02;        // [share] of the hours for a member that a reported offence saves
    double displaced = 0.5;           // [share] of members who join a group elsewhere
    double founding = 0.6;            // [1/(million residents, year)] new groups
    double harm = 0.03;               // [share] of offences with minor bodily harm
  } predation;

  struct Assessment {
    double paper_closure = 0.5;    // [share] of failed mediations closed on paper at full pressure
    double discouraged = 0.5;      // [share] of suits and petitions turned away at full pressure
    double under_recording = 0.5;  // [share] of minor reports not recorded at full pressure
    double haste = 0.4;            // [share] of a meeting's hours cut at full pressure
    double bad_contact = 0.6;      // [share] of those turned away or closed on paper who feel badly treated
  } assessment;

  struct Crime {
    double impulsivity_base = 0.3;   // [1] propensity is base + slope * impulsivity
    double impulsivity_slope = 2.8;  // [1]
    double strain_effect = 0.5;      // [1] propensity times 1 + this * strain
    double ties_effect = 0.7;        // [1] propensity times 1 - this * ties
    double youth_effect = 0.5;       // [share] of youths' propensity that youth services take away
    double reentry_effect = 1.0;     // [1] propensity times 1 + this, after custody without support
    double reentry_time = 365.0;     // [days]
    double risk_elasticity = 0.3;    // [1] propensity times (perceived risk / reference)^-this
    // [1]
    PerKind<AgeBand, double> age_factor = {{
        {AgeBand::child, 0.1},
        {AgeBand::youth, 2.0},
        {AgeBand::young_adult, 1.4},
        {AgeBand::adult, 0.9},
        {AgeBand::middle, 0.6},
        {AgeBand::senior, 0.2},
        {AgeBand::elder, 0.05},
    }};
    double journey_length = 2.0;         // [km]
    double boost_memory = 15.0;          // [days] near-repeat attraction decays
    double boost_spread = 0.05;          // [1/day] of the attraction that spreads to neighbouring grids
    double attraction_deviation = 0.5;   // [1] of log base attraction between grids
    double guardian_cameras = 0.15;      // [1] at the reference density of cameras
    double guardian_ties = 0.6;          // [1] at full ties
    double guardian_patrol = 0.04;       // [1] per square root of a place-day of presence
    double guardian_volunteers = 0.04;   // [1] per square root of a place-day of volunteers' presence
    double guardian_stops = 0.01;        // [1] per stop in a grid and day, square root
    double problem_solving = 3e-4;       // [share] of a grid's attraction taken away by an hour on its problem
    double problem_memory = 180.0;       // [days] until the attraction is back
    double deterrence_half_life = 60.0;  // [minutes] residual deterrence after a visit
    double deterrence_dose = 12.0;       // [minutes] a visit that deters fully
    double repeat_factor = 4.0;          // [1] weight of a recent victim
    double repeat_time = 180.0;          // [days]
    double victim_strain = 0.3;          // [strain]
    double fraud_success = 0.20;         // [share] of attempts, at no awareness and no ties
    double fraud_awareness = 0.8;        // [share] of success removed by full awareness
    double fraud_ties = 0.5;             // [share] of success removed by full ties
    double fraud_age = 1.0;              // [1] success times 1 + this from age 60
    double fraud_fatigue = 0.4;     // [share] of the warnings' effect lost after long campaigns that reach everybody
    double fatigue_memory = 365.0;  // [days]
    double theft_loss = 700.0;      // [yuan] median
    double fraud_loss = 1200.0;     // [yuan] median
    double robbery_loss = 1500.0;   // [yuan] median
    double loss_deviation = 1.4;    // [1] of log loss
    double assault_injury = 0.08;   // [share]
    double assault_death = 2e-4;    // [share]
    double robbery_injury = 0.15;   // [share]
  } crime;

  struct Police {
    double reporting_trust = 1.5;          // [logit] per unit of trust above its base
    double reporting_loss = 0.3;           // [logit] per unit of log loss above its median
    double reporting_injury = 1.5;         // [logit] when somebody is hurt
    double criminal_loss = 3000.0;         // [yuan] from which theft and fraud are criminal cases
    double hours_per_shift = 7.0;          // [hours/day]
    double days_worked = 0.69;             // [share] of days an officer is on duty
    double response_time_on_scene = 45.0;  // [minutes]
    double response_effect = 0.15;         // [1] clear-up odds lost per log minute of response above 10 minutes
    double homicide_solvability = 0.985;   // [share]
    double criminal_hours_factor = 3.0;    // [1] work on a criminal case against a public-order case
    double case_memory = 45.0;             // [days] solvability decays while a case waits
    double case_shelved = 120.0;           // [days] after which an unworked case is shelved
    double camera_effect = 0.25;           // [1] log solvability per unit of log camera density against the reference
    double detention = 8.0;                // [days] mean, public-order cases
    double detention_share = 0.5;          // [share] of cleared public-order cases with detention
    double hotspot_memory = 90.0;          // [days] window of recorded crime that marks a hot spot
    double beat_contacts = 0.3;            // [contacts/hour] with residents on a beat
    double harm_per_minute = 0.001;        // [1/minute] chance that a hurt victim waiting for help gets worse
    double reward_odds = 0.3;              // [logit] of reporting gained by a reward of 500 yuan
    double reward_leads = 0.15;            // [1] more solvability by leads, at a reward of 500 yuan
    double false_reports = 0.05;           // [share] of reports that are false, at a reward of 500 yuan
    double volunteer_odds = 0.1;           // [logit] of reporting gained where citizen patrols are doubled
    double volunteer_false = 0.03;  // [share] of reports that are false, at twice the reference of citizen patrols
    double platform_effect = 0.5;   // [share] of the time to dispatch that the linked platform saves
    double stop_strain = 0.05;      // [strain] of a stop that was unfair
    double reference_risk = 0.10;   // [share] of offences cleared up at which deterrence is neutral
    double risk_memory = 180.0;     // [days] over which people learn the risk of being caught
  } police;

  struct Travel {
    double speed = 25.0;  // [km/h] on the edges between grids
    double detour = 1.3;  // [1] road distance against straight line
  } travel;
};

/// One entry of the list of parameters: everything that reader, checker, schema, documents and forms need.
struct ParameterInfo {
  std::string name;  // "attitudes.strain_memory"
  Text label;
  std::string unit;  // a key of units.h
  double low, high;  // allowed, inclusive
  Text meaning;
  std::string_view source;
  Text kind = {};  // which dispute type, sector, offence or age band, for entries that come one per kind
};

/// Calls visit(info, value) for every parameter, group by group. The one list: whatever is read,
/// checked, described or recorded about parameters walks it.
void for_each_parameter(Parameters& parameters,
                        const std::function<void(const ParameterInfo& info, double& value)>& visit);

}  // namespace linli
