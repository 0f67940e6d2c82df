// Every finding of a run: the full list on disk, and the waivers that people gave for some of them.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "checks/checks.hpp"
#include "diagnostics/diagnostics.hpp"

namespace srgconv::findings {

/// findings.csv: every finding of every check, streamed to disk and put in order there, so that a million of them need no memory. Ordered by transition, what
/// rejects before what signals, check, file, line and code; the same bytes in whatever order the findings came. Columns: `columns()`. No cell holds a BSN.
/// Throws BrokenWorld (SYS-001) when writing fails.
class List {
 public:
  /// Beside `path` stand the pieces that are put in order, until finish().
  explicit List(std::filesystem::path path);
  ~List();
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  static const std::vector<std::string>& columns();
  void add(const std::string& transition, std::size_t transition_number, const checks::CheckResult& check, const checks::Finding& finding);
  void finish();
  /// Of what was added.
  std::uint64_t count() const;

 private:
  struct Sorter;
  std::unique_ptr<Sorter> sorter_;
};

/// Where the findings of a run go, transition after transition.
class Book : public checks::EveryFinding {
 public:
  /// `list` may be null: no full list was asked for.
  explicit Book(List* list) : list_(list) {}

  /// The findings from here on are of this transition; of a command without transitions the name is empty.
  void begin(std::string transition);
  bool take(const checks::CheckResult& check, const checks::Finding& finding) override;

 private:
  List* list_;
  std::string transition_;
  std::size_t number_ = 0;
  std::mutex mutex_;
};

}  // namespace srgconv::findings
