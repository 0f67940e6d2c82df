// Counts what a check finds, and keeps its first findings.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "verify/verify.hpp"

namespace srgconv::verify {

using Arguments = std::map<std::string, std::string>;

/// The counts and findings of one check.
class Tally {
 public:
  explicit Tally(CheckResult& result) : result_(result) {}

  void satisfied(std::uint64_t cases = 1);
  void violated(std::uint64_t cases = 1);
  void undecided(std::uint64_t cases = 1);
  void not_applicable(std::uint64_t cases = 1) { result_.not_applicable += cases; }
  /// Nobody falls under the check.
  void nothing_to_assess() { result_.state = State::not_applicable; }
  /// Keeps every finding from here on, not the first ones only.
  void keep_every_finding() { most_ = static_cast<std::size_t>(-1); }
  /// The check cannot be carried out to its end; the findings it has stay.
  void not_assessed(const Diagnostic& why);
  void not_assessed(std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments);

  /// Keeps a finding when it is among the first. `arguments` is called only then: a million violations cost no texts.
  /// An empty `suggestion` is none.
  template <class MakeArguments>
  void finding(std::string_view code, const std::string& file, std::uint32_t line, MakeArguments&& arguments, std::string_view suggestion = {}) {
    if (is_among_first(code, file, line)) keep(code, file, line, arguments(), suggestion);
  }

 private:
  bool is_among_first(std::string_view code, const std::string& file, std::uint32_t line) const;
  void keep(std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments, std::string_view suggestion);
  void keep(Diagnostic finding);

  CheckResult& result_;
  std::size_t most_ = most_findings;
};

/// One examined case. It is violated when anything in it is, else undecided when anything is, else satisfied; counted once, at its end.
class Case {
 public:
  Case(Tally& tally, const std::string& file, std::uint32_t line) : tally_(tally), file_(file), line_(line) {}
  ~Case() { violated_ ? tally_.violated() : undecided_ ? tally_.undecided() : tally_.satisfied(); }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  template <class MakeArguments>
  void violated(std::string_view code, MakeArguments&& arguments, std::string_view suggestion = {}) {
    violated_ = true;
    tally_.finding(code, file_, line_, std::forward<MakeArguments>(arguments), suggestion);
  }
  template <class MakeArguments>
  void undecided(std::string_view code, MakeArguments&& arguments) {
    undecided_ = true;
    tally_.finding(code, file_, line_, std::forward<MakeArguments>(arguments));
  }

 private:
  Tally& tally_;
  const std::string& file_;
  std::uint32_t line_;
  bool violated_ = false, undecided_ = false;
};

}  // namespace srgconv::verify
