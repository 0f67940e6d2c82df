// The smallest explanation of a bad row; internal to this room.
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "content/record_check.hpp"

namespace srgconv::content {

/// The most facts of an explanation.
inline constexpr std::size_t most_facts = 3;

/// Works out explanations, each distinct row of facts once.
class Explainer {
 public:
  Explainer(const std::vector<RecordCheck>& checks, const CodeLists& codes);

  /// `facts` as judged, of which a check is violated.
  const Explanation& explain(const Facts& facts);

 private:
  struct Field {
    rules::Fact fact;
    std::vector<rules::Possible> fixed;  ///< candidates that do not depend on the row
    rules::Possible unknown;             ///< whatever the fact may be
  };
  class Search;

  using Row = std::vector<std::tuple<std::int64_t, std::int64_t, bool, std::string>>;

  const std::vector<RecordCheck>& checks_;
  std::vector<Field> fields_;
  std::vector<rules::Possible> days_;  ///< on which the validity of a code begins or ends, and those that checks name
  std::map<Row, Explanation> known_;
};

}  // namespace srgconv::content
