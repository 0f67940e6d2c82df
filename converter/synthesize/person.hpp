// One invented person: the provisions of the old systems, those of the new one, and which became which.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "synthesize/bsns.hpp"
#include "synthesize/dials.hpp"
#include "synthesize/population.hpp"

namespace srgconv::synthesize {

/// What became of an old provision that ran in the last month.
enum class Fate { same, split, joined, ended, ended_since, dropped };
std::string_view name(Fate fate);  ///< as in the vertaaltabel: `same`, `ended-since`

/// A provision of an old system.
struct Old {
  Facts facts;  ///< as delivered for the last month
  int sender = 0;
  std::optional<Date> end_recorded_since;  ///< only the export knows it
  Fate fate = Fate::same;
  DialSet dials;
  std::string id;  ///< registration number
};

/// A provision that ended before the last month: in earlier deliveries and in the export only.
struct Past {
  Facts facts;
  int sender = 0;
  std::string id;
};

/// Where a provision of the new system comes from.
enum class NewOrigin { old, started, registered_late };

struct Fresh {
  Facts facts;
  NewOrigin origin = NewOrigin::old;
  std::optional<std::uint32_t> stranger;  ///< of somebody else than this person, unknown before: by that person's BSN
  DialSet dials;
  std::string id;
};

struct Became {
  std::size_t old = 0, fresh = 0;  ///< into Person::old and Person::fresh
};

struct Person {
  std::uint64_t number = 0;
  std::uint32_t bsn = 0, new_bsn = 0;  ///< the new system may have another by mistake
  std::string_view work_capacity;      ///< a code, or empty
  std::vector<Old> old;
  std::vector<Past> past;
  std::vector<Fresh> fresh;
  std::vector<Became> links;  ///< ordered
};

/// What every person is made by.
struct Circumstances {
  std::uint64_t seed = 1;
  Dials dials;
  int senders = 3;
  int months = 2;  ///< of old deliveries
  ReportMonth transition;
  ReportMonth last() const { return transition.plus(-1); }
};

/// People with old provisions have the numbers from 0, at most this many; others come after them.
inline constexpr std::uint64_t most_persons = 10'000'000;

/// The person of a number, always the same one. `most` cuts the old provisions off. Registration numbers are left empty.
Person make_person(const Circumstances& circumstances, const Bsns& bsns, std::uint64_t number, std::size_t most);

/// A share of a part: `share` of all, counted among the `part` of all that it can happen to.
Share share_among(Share share, Share part);
/// How many in a million draws of a provision draw two that belong together, so that `pairs` and `others` are their shares of the provisions drawn.
Share pair_draws(Share pairs, Share others);

/// The weights of the old senders, by the inhabitants of the five municipalities.
inline constexpr std::array<std::uint32_t, 5> sender_weights{29, 25, 13, 11, 12};

}  // namespace srgconv::synthesize
