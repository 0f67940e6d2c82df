// Reads monthly deliveries in the pack's format `levering` back from disk: what a sender told CBS about its provisions in a month.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv::delivery {

/// Keeps each distinct word (code of a type, a goal, ...) once: a million provisions share a few dozen. Two kept words are equal when their pointers are.
/// For any number of threads.
class Words {
 public:
  const std::string* keep(std::string_view word);

 private:
  std::mutex mutex_;
  std::set<std::string, std::less<>> words_;
};

/// Words as one thread keeps them: those it has had before are found without asking the others.
class OwnWords {
 public:
  explicit OwnWords(Words& all) : all_(all) {}
  const std::string* keep(std::string_view word);

 private:
  Words& all_;
  std::unordered_map<std::string_view, const std::string*> known_;
};

/// What a delivery says of a provision and a conversion file repeats.
struct Facts {
  std::optional<Bsn> bsn;  ///< nothing: the number fails the 11-test
  const std::string* type = nullptr;
  Date start;
  std::optional<Date> end;
};

/// A provision in a delivery.
struct Delivered {
  std::string id;
  Facts facts;
  const std::string* goal = nullptr;  ///< an empty word: not delivered
  const std::string* work_capacity = nullptr;
  std::optional<Decimal> wage_value;
  std::uint32_t line = 0;
};

/// The provisions that one sender delivered for one month.
struct Delivery {
  SenderCode sender;
  ReportMonth month;
  std::string file;           ///< as shown; empty when it is what a mapping made of an export
  bool from_mapping = false;  ///< the check of these provisions rests on the mapping
  std::vector<Delivered> provisions;
  std::vector<std::uint32_t> by_id;  ///< indices into `provisions`, ordered by id, then by index; set by `order()`

  void order();
  /// Where this number stands, or would stand, in `by_id`.
  std::vector<std::uint32_t>::const_iterator first_with(std::string_view id) const;
  /// The first provision with this number; null when there is none.
  const Delivered* find(std::string_view id) const;
};

/// The number of a provision as findings show it, behind its sender: `0398/1001`. One that contains its own BSN is masked, as is whatever else looks like one.
std::string shown_key(const SenderCode& sender, const Delivered& provision);

/// A delivery file and what its header says.
struct Head {
  read::InputFile file;
  SenderCode sender;
  ReportMonth month;
  std::optional<std::int64_t> sequence;
};

/// Can the file and the schema of its format be opened at all? Diagnostics say what cannot.
bool can_be_read(const read::InputFile& file, const rules::Format& format, Diagnostics& diagnostics);

/// The heads of all files; nothing, with VER-131 or VER-133 in `why`, when one cannot be read: a delivery of which the month is not known could be the one that
/// holds.
std::optional<std::vector<Head>> read_heads(const std::vector<read::InputFile>& files, const rules::Format& format, const CodeLists& codes,
                                            std::vector<Diagnostic>& why, Diagnostics& diagnostics);

/// Of several deliveries of one sender and month the one that holds: the highest sequence, else the last in a declared order, else none (VER-136 in `why`).
const Head* in_force(const std::vector<const Head*>& rivals, const std::vector<std::vector<std::string>>& orders, std::vector<Diagnostic>& why);

/// The provisions of a file, ordered. What makes it unusable goes to `why`: VER-133 not readable to its end, VER-134 values that cannot be read, VER-135 empty.
Delivery read_delivery(const Head& head, const rules::Format& format, const CodeLists& codes, Words& words, std::vector<Diagnostic>& why,
                       Diagnostics& diagnostics);

}  // namespace srgconv::delivery
