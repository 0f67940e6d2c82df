#include "checks/sender_checks.hpp"

namespace srgconv::checks {

Answer sender_alive_in(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month) {
  const Answer first = senders.alive(sender, month.first_day());
  if (first == Answer::yes) return first;
  const Answer last = senders.alive(sender, month.last_day());
  return last == Answer::no ? first : last;
}

void judge_sender_known(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month, const std::string& file, std::uint32_t line,
                        Tally& tally) {
  Case one(tally, file, line);
  if (senders.find(sender) != nullptr) return;
  if (senders.alive(sender, month.first_day()) == Answer::undecided) {
    one.undecided("VER-031", [&] { return Arguments{{"sender", sender.text()}, {"known_until", senders.known_until().text()}}; });
  } else {
    one.violated(
        "VER-030",
        [&] {
          return Arguments{{"sender", sender.text()}};
        },
        similar_name(sender.text(), senders.codes()).value_or(""));
  }
}

void judge_sender_alive(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month, Answer alive, const std::string& file,
                        std::uint32_t line, Tally& tally) {
  if (senders.find(sender) == nullptr) return tally.not_applicable();
  Case one(tally, file, line);
  const auto arguments = [&] { return Arguments{{"sender", sender.text()}, {"month", month.text()}}; };
  if (alive == Answer::no) one.violated("VER-032", arguments);
  if (alive == Answer::undecided) one.undecided("VER-033", arguments);
}

}  // namespace srgconv::checks
