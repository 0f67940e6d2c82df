// Damage to the head of a conversion file and to the senders that it names.
#include <stdexcept>

#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

Kind count_off(const std::string& name, const std::string& element, int by) {
  return {name, "the header's " + element + " is off by one", "COUNTS", Told::violated, [element, by](Damage& d) {
            d.conversion_of(d.block.plain[0]).bytes.push_back([element, by](const std::string& text) {
              const std::string tag = "<" + element + ">";
              const std::size_t at = text.find(tag);
              if (at == std::string::npos) throw std::out_of_range(element);
              const std::size_t begin = at + tag.size(), end = text.find('<', begin);
              const int value = std::stoi(text.substr(begin, end - begin));
              return text.substr(0, begin) + std::to_string(value == 0 && by < 0 ? 1 : value + by) + text.substr(end);
            });
          }};
}

void name_old_sender(Damage& d, const std::string& sender) { d.record(d.block.plain[0]).value("OudeSleutel/Berichtgevercode") = sender; }

// Another code for the old sender, in the file and in its deliveries alike.
void rename_old_sender(Damage& d, const std::string& sender) {
  const std::string was = d.block.plain[0].old_sender;
  for (Document& file : d.files.conversions) {
    for (Element* record : file.root.all("Voorziening")) {
      std::string& code = record->value("OudeSleutel/Berichtgevercode");
      if (code == was) code = sender;
    }
  }
  for (Document& delivery : d.files.old_deliveries) {
    std::string& code = delivery.root.value("Kop/Berichtgevercode");
    if (code == was) code = sender;
  }
}

}  // namespace

std::vector<Kind> kinds_of_heads() {
  std::vector<Kind> kinds{
      count_off("count-total-too-high", "AantalVoorzieningen", 1),
      count_off("count-total-too-low", "AantalVoorzieningen", -1),
      count_off("count-same-off", "AantalGelijk", 1),
      count_off("count-split-off", "AantalGesplitst", -1),
      count_off("count-joined-off", "AantalSamengevoegd", 1),
      count_off("count-ended-off", "AantalBeeindigd", -1),
      count_off("count-ended-since-off", "AantalSindsdienBeeindigd", 1),
      count_off("count-dropped-off", "AantalVervallen", -1),
      count_off("count-open-off", "AantalOpen", 1),
      count_off("count-stays-off", "AantalBlijft", 1),
      count_off("count-new-keys-off", "AantalNieuweSleutels", -1),
  };
  kinds.insert(
      kinds.end(),
      {
          {"first-month-too-late", "the header names the month after the first one under the new keys", "HEADER", Told::violated,
           [](Damage& d) { d.head().value("EersteVerslagmaand") = month_later(d.shape.month, 1); }},
          {"first-month-too-early", "the header names the month before the first one under the new keys", "HEADER", Told::violated,
           [](Damage& d) { d.head().value("EersteVerslagmaand") = d.shape.last_month; }},
          {"submitter-is-a-neighbour", "the header has the code of a neighbour", "HEADER", Told::violated,
           [](Damage& d) { d.head().value("Berichtgevercode") = d.shape.neighbour; }},
          {"submitter-is-unknown", "the header has a code that no sender has", "SENDER-KNOWN", Told::violated,
           [](Damage& d) { d.head().value("Berichtgevercode") = "9998"; }},
          {"submitter-had-ended", "the header has the code of a sender that ended before", "SENDER-ALIVE", Told::violated,
           [](Damage& d) { d.head().value("Berichtgevercode") = "0446"; }},
          {"old-sender-is-a-neighbour", "a record names a neighbour as the old sender", "SENDER-SUCCESSOR", Told::violated,
           [](Damage& d) { name_old_sender(d, d.shape.neighbour); }},
          {"old-sender-undelivered", "a record names an old sender of which no delivery is given", "OLD-KEY", Told::not_assessed,
           [](Damage& d) { name_old_sender(d, "0037"); }},
          {"old-sender-is-unknown", "a record names an old sender that does not exist", "SENDER-KNOWN", Told::violated,
           [](Damage& d) { name_old_sender(d, "9998"); }},
          {"old-sender-had-ended", "a record names an old sender that ended long before", "SENDER-ALIVE", Told::violated,
           [](Damage& d) { name_old_sender(d, "0446"); }},
          {"not-the-successor", "file and old deliveries are of a sender that the new one does not succeed", "SENDER-SUCCESSOR", Told::violated,
           [](Damage& d) { rename_old_sender(d, d.shape.neighbour); }},
          {"old-sender-of-another",
           "a record names another old sender that was delivered",
           "OLD-KEY",
           Told::violated,
           [](Damage& d) {
             const std::string& own = d.block.subsidy.old_sender;
             for (const Document& delivery : d.files.old_deliveries) {
               const std::string& other = delivery.root.value("Kop/Berichtgevercode");
               if (other == own) continue;
               d.record(d.block.subsidy).value("OudeSleutel/Berichtgevercode") = other;
               return;
             }
           },
           {"merger", "light-merger", "split"},
           "one sender only"},
          {"new-key-of-a-neighbour", "a new key is a neighbour's", "NEW-KEY", Told::violated,
           [](Damage& d) { d.new_key(d.block.plain[0]).value("Berichtgevercode") = d.shape.neighbour; }},
          {"new-key-of-an-ended-sender", "a new key is of a sender that no longer exists", "SENDER-ALIVE", Told::violated,
           [](Damage& d) { d.new_key(d.block.plain[0]).value("Berichtgevercode") = "0446"; }},
          {"reason-merger-of-one",
           "the reason is a merger, but no other sender comes in",
           "HEADER",
           Told::violated,
           [](Damage& d) { d.head().value("Reden") = "herindeling"; },
           {"software"},
           "other senders come in"},
          {"reason-software-between-senders",
           "the reason is other software, but another sender comes in",
           "HEADER",
           Told::violated,
           [](Damage& d) { d.head().value("Reden") = "andere-software"; },
           {"merger", "light-merger", "split"},
           "no other sender comes in"},
          {"reason-split-of-none",
           "the reason is a split, but no old sender is divided",
           "HEADER",
           Told::violated,
           [](Damage& d) { d.head().value("Reden") = "splitsing"; },
           {"software", "merger", "light-merger"},
           "an old sender is divided"},
          {"reason-unknown",
           "the reason is no reason of the format",
           "XSD",
           Told::violated,
           [](Damage& d) { d.head().value("Reden") = "verhuizing"; },
           {},
           {},
           false},
          {"sequence-zero", "the sequence number is 0", "XSD", Told::violated, [](Damage& d) { d.head().value("Volgnummer") = "0"; }, {}, {}, false},
          {"replaces-itself", "the file says that it replaces itself", "HEADER", Told::violated,
           [](Damage& d) { d.head().insert_after("Volgnummer", leaf("VervangtVolgnummer", "1")); }},
          {"replaces-a-later-one", "the file says that it replaces a later one", "HEADER", Told::violated,
           [](Damage& d) { d.head().insert_after("Volgnummer", leaf("VervangtVolgnummer", "2")); }},
          {"submitter-missing", "the header names no sender", "XSD", Told::violated, [](Damage& d) { d.head().remove("Berichtgevercode"); }, {}, {}, false},
      });
  return kinds;
}

}  // namespace srgconv::faults
