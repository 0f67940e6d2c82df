// What was found, turned into the list of provisions and the two tables that CBS sends each quarter, inside this room.
#pragma once

#include <vector>

#include "monthly/found.hpp"
#include "monthly/monthly.hpp"
#include "monthly/trails.hpp"

namespace srgconv::monthly {

/// A check and the provisions that it is about.
struct NotedCheck {
  const checks::CheckResult* result = nullptr;
  const Noted* noted = nullptr;
};

std::vector<ListedProvision> listed_provisions(const std::vector<NotedCheck>& checks, const Trails& trails);
std::vector<QuarterFeedback> feedback_of(const pack::Pack& pack, const std::vector<NotedCheck>& checks, const std::vector<ReportedMonth>& months);

}  // namespace srgconv::monthly
