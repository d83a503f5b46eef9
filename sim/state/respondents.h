#pragma once

/// Organisations that disputes are with. They are numbered: employers by their own rows, then those of each community
/// (eight classes of landlords, a property company, the village collective, its merchants), of each town (a clinic) and
/// of the whole city (investment platforms and announced facilities). A number is all there is; nothing is stored.

#include "core/id.h"
#include "model/lists/kinds.h"

namespace linli {

class Respondents {
 public:
  static constexpr std::uint32_t rental_classes = 8;

  Respondents() = default;
  Respondents(std::size_t employers, std::size_t communities, std::size_t towns, std::size_t platforms,
              std::size_t facilities)
      : first_community_(static_cast<std::uint32_t>(employers)),
        first_town_(first_community_ + static_cast<std::uint32_t>(communities) * per_community),
        first_platform_(first_town_ + static_cast<std::uint32_t>(towns)),
        first_facility_(first_platform_ + static_cast<std::uint32_t>(platforms)),
        size_(first_facility_ + static_cast<std::uint32_t>(facilities)) {}

  std::size_t size() const { return size_; }

  Id<Respondent> employer(Id<Employer> employer) const { return Id<Respondent>(employer.row); }
  /// Of a rental class from 1 to 8.
  Id<Respondent> landlords(Id<Community> community, int rental_class) const {
    return of_community(community, static_cast<std::uint32_t>(rental_class) - 1);
  }
  Id<Respondent> property_company(Id<Community> community) const { return of_community(community, rental_classes); }
  Id<Respondent> village_collective(Id<Community> community) const {
    return of_community(community, rental_classes + 1);
  }
  Id<Respondent> merchants(Id<Community> community) const { return of_community(community, rental_classes + 2); }
  Id<Respondent> clinic(Id<Town> town) const { return Id<Respondent>(first_town_ + town.row); }
  Id<Respondent> platform(std::size_t number) const { return Id<Respondent>(first_platform_ + number); }
  Id<Respondent> facility(std::size_t number) const { return Id<Respondent>(first_facility_ + number); }

  RespondentKind kind(Id<Respondent> respondent) const {
    const std::uint32_t row = respondent.row;
    if (row < first_community_) return RespondentKind::employer;
    if (row >= first_facility_) return RespondentKind::facility;
    if (row >= first_platform_) return RespondentKind::platform;
    if (row >= first_town_) return RespondentKind::clinic;
    const std::uint32_t place = (row - first_community_) % per_community;
    if (place < rental_classes) return RespondentKind::landlord;
    return place == rental_classes       ? RespondentKind::property_company
           : place == rental_classes + 1 ? RespondentKind::village_collective
                                         : RespondentKind::merchant;
  }

 private:
  static constexpr std::uint32_t per_community = rental_classes + 3;

  Id<Respondent> of_community(Id<Community> community, std::uint32_t place) const {
    return Id<Respondent>(first_community_ + community.row * per_community + place);
  }

  std::uint32_t first_community_ = 0, first_town_ = 0, first_platform_ = 0, first_facility_ = 0, size_ = 0;

 public:
  LINLI_MEMBERS(first_community_, first_town_, first_platform_, first_facility_, size_)
};

}  // namespace linli
