// Holds what `convert` wrote against the truth of a synthesis.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "synthesize/synthesize.hpp"
#include "synthesize/world.hpp"

namespace srgconv::test {

/// Counts of old provisions and links; per dial those that the dial touched.
struct Tally {
  std::uint64_t old = 0;               ///< old provisions of the last month
  std::uint64_t owed = 0;              ///< true links, but for those of provisions that had ended in the old deliveries
  std::uint64_t owed_decidable = 0;    ///< of these: every most likely pairing has them
  std::uint64_t undecidable = 0;       ///< old provisions of which no program could say what became of them
  std::uint64_t links = 0, right = 0;  ///< automatic links
  std::uint64_t right_decidable = 0;
  std::uint64_t wrong = 0, wrong_undecidable = 0;
  std::uint64_t review = 0;                  ///< open, with a candidate
  std::uint64_t no_candidate = 0;            ///< open, without one
  std::uint64_t joins = 0, right_joins = 0;  ///< pairs of equal BSN, type and start: what a plain SQL join makes
  std::uint64_t unjudged = 0;                ///< old provisions in groups that are too large for the observer

  void add(const Tally& other);
  std::uint64_t wrong_decidable() const { return wrong - wrong_undecidable; }
  double precision() const { return links == 0 ? 1 : static_cast<double>(right) / static_cast<double>(links); }
  double precision_of_decidable() const;
  double recall_of_decidable() const { return owed_decidable == 0 ? 1 : static_cast<double>(right_decidable) / static_cast<double>(owed_decidable); }
  double review_load() const { return old == 0 ? 0 : static_cast<double>(review) / static_cast<double>(old); }
};

/// A wrong automatic link, by keys.
struct WrongLink {
  std::string old_key, new_id, dials;
  bool undecidable = false;
  std::vector<std::string> story;  ///< of a decidable one: a line per provision of its (invented) person, with what is true and what was told
};

struct Proof {
  Tally total;
  std::array<Tally, synthesize::dial_count> per_dial;
  std::map<std::string, std::uint64_t> wrong_by_cause;  ///< decidable ones only, by the dials that touched them
  std::vector<WrongLink> wrong_links;
  /// Old provisions of which the relation or fate is another than the truth's, those left open apart: `split, told as same`.
  std::map<std::string, std::uint64_t> told_otherwise;

  void add(const Proof& other);
};

/// Compares `vertaaltabel.csv` and `review.csv` of an output folder with the truth. Throws std::runtime_error when they cannot be read.
Proof prove(const synthesize::Settings& settings, const std::filesystem::path& output);

}  // namespace srgconv::test
