// What `srgconv lineage` tells of a sender code.
#include <algorithm>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/report.hpp"

namespace srgconv::report {
namespace {

using nlohmann::ordered_json;
using pack::SenderLineage;

std::string day(const std::optional<Date>& date) { return date ? date->text() : "?"; }
ordered_json day_as_json(const std::optional<Date>& date) { return date ? ordered_json(date->text()) : ordered_json(); }

std::string named(const SenderLineage& senders, const SenderCode& code) {
  const pack::Sender* sender = senders.find(code);
  return sender == nullptr ? code.text() : fmt::format("{} {}", code, sender->name);
}

std::string answer_words(Answer answer, bool nl) {
  switch (answer) {
    case Answer::yes: return nl ? "levert" : "delivers";
    case Answer::no: return nl ? "levert niet" : "does not deliver";
    case Answer::undecided: break;
  }
  return nl ? "niet te zeggen" : "cannot be said";
}

// The codes that deliver on a day in the place of this one.
std::vector<SenderCode> submitters_on(const SenderLineage& senders, const SenderCode& code, Date on) {
  std::vector<SenderCode> result;
  for (const auto& step : senders.onward(code)) {
    const bool lawful = senders.lawful_successor(code, step.to, on) == Answer::yes && senders.alive(step.to, on) == Answer::yes;
    if (lawful && std::find(result.begin(), result.end(), step.to) == result.end()) result.push_back(step.to);
  }
  return result;
}

}  // namespace

std::string lineage_text(const SenderLineage& senders, const SenderCode& code, std::optional<Date> on, Language language) {
  const bool nl = language == Language::nl;
  const pack::Sender& sender = *senders.find(code);
  std::string text = fmt::format("{} {}\n  {} {}   {} {}\n", sender.code, sender.name, nl ? "begin" : "start", day(sender.start), nl ? "einde" : "end",
                                 sender.end ? sender.end->text() : "-");
  for (const auto& step : senders.backward(code))
    text += fmt::format("  {} {} -> {} ({})\n", nl ? "voorganger" : "predecessor", named(senders, step.from), named(senders, step.to), day(step.date));
  for (const auto& step : senders.onward(code))
    text += fmt::format("  {} {} -> {} ({})\n", nl ? "opvolger" : "successor", named(senders, step.from), named(senders, step.to), day(step.date));
  if (!sender.source.empty()) text += fmt::format("  {} {}\n", nl ? "bron" : "source", sender.source);
  if (on) {
    text += fmt::format("  {} {}: {}\n", nl ? "op" : "on", *on, answer_words(senders.alive(code, *on), nl));
    for (const SenderCode& submitter : submitters_on(senders, code, *on))
      text += fmt::format("  {} {}\n", nl ? "in de plaats levert" : "in its place delivers", named(senders, submitter));
  }
  return text;
}

std::string lineage_json(const SenderLineage& senders, const SenderCode& code, std::optional<Date> on) {
  const pack::Sender& sender = *senders.find(code);
  ordered_json result{{"code", code.text()},
                      {"name", sender.name},
                      {"start", day_as_json(sender.start)},
                      {"end", day_as_json(sender.end)},
                      {"source", sender.source},
                      {"known_until", senders.known_until().text()}};
  const auto steps = [](const std::vector<SenderLineage::Step>& all) {
    ordered_json list = ordered_json::array();
    for (const auto& step : all) list.push_back({{"from", step.from.text()}, {"to", step.to.text()}, {"date", day_as_json(step.date)}});
    return list;
  };
  result["predecessors"] = steps(senders.backward(code));
  result["successors"] = steps(senders.onward(code));
  if (on) {
    const Answer alive = senders.alive(code, *on);
    result["on"] = on->text();
    result["delivers"] = alive == Answer::undecided ? ordered_json() : ordered_json(alive == Answer::yes);
    result["in_its_place"] = ordered_json::array();
    for (const SenderCode& submitter : submitters_on(senders, code, *on)) result["in_its_place"].push_back(submitter.text());
  }
  return result.dump(2) + "\n";
}

}  // namespace srgconv::report
