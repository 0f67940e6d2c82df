// What was found, turned into the list of provisions and the two tables that CBS sends each quarter, inside this room.
#pragma once

#include <deque>
#include <vector>

#include "monthly/found.hpp"
#include "monthly/monthly.hpp"
#include "monthly/trails.hpp"

namespace srgconv::monthly {

std::vector<ListedProvision> listed_provisions(const std::deque<Found>& found, const Trails& trails);
std::vector<QuarterFeedback> feedback_of(const pack::Pack& pack, const std::deque<Found>& found, const std::vector<ReportedMonth>& months);

}  // namespace srgconv::monthly
