#include "shapes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace srgconv::faults {
namespace {

constexpr const char* counts[][2] = {{"gelijk", "AantalGelijk"},
                                     {"gesplitst", "AantalGesplitst"},
                                     {"samengevoegd", "AantalSamengevoegd"},
                                     {"beeindigd", "AantalBeeindigd"},
                                     {"sindsdien-beeindigd", "AantalSindsdienBeeindigd"},
                                     {"vervallen", "AantalVervallen"},
                                     {"open", "AantalOpen"},
                                     {"blijft", "AantalBlijft"}};

Element conversion_root(const std::string& sender, const std::string& month, const std::string& reason) {
  Element head{
      "Kop",
      "",
      {leaf("Berichtgevercode", sender), leaf("EersteVerslagmaand", month), leaf("Reden", reason), leaf("Volgnummer", "1"), leaf("AantalVoorzieningen", "0")}};
  for (const auto& count : counts) head.children.push_back(leaf(count[1], "0"));
  head.children.push_back(leaf("AantalNieuweSleutels", "0"));
  return {"Conversiebestand", "", {head}, " xmlns='urn:srgconv:srg-2026:conversie'"};
}

Element key(std::string element, const std::string& sender, const std::string& numbering, const std::string& id) {
  return {std::move(element), "", {leaf("Berichtgevercode", sender), leaf("Nummering", numbering), leaf("Registratienummer", id)}};
}

void add_facts(Element& element, const Provision& facts) {
  element.children.push_back(leaf("Burgerservicenummer", facts.bsn));
  element.children.push_back(leaf("DatumBegin", facts.start));
  if (!facts.end.empty()) element.children.push_back(leaf("DatumEinde", facts.end));
  element.children.push_back(leaf("TypeVoorziening", facts.type));
}

// What a shape is made of.
struct Plan {
  std::vector<std::string> old_senders, new_senders;
  bool goes_on = false;  // the new senders deliver on under their own numbers
  int old_from = 1000, new_from = 5000;
  std::string new_prefix;
};

class Builder {
 public:
  Builder(Shape& shape, Plan plan) : shape_(shape), plan_(std::move(plan)) {
    for (const std::string& sender : plan_.new_senders) {
      shape_.clean.conversions.push_back({"conversie-" + sender + "-" + shape_.month + ".xml", conversion_root(sender, shape_.month, shape_.reason)});
      shape_.clean.new_deliveries.push_back(delivery(sender, shape_.month));
    }
    std::vector<std::string> delivering = plan_.old_senders;
    if (plan_.goes_on) delivering.insert(delivering.end(), plan_.new_senders.begin(), plan_.new_senders.end());
    for (const std::string& sender : delivering) {
      for (const std::string& month : {shape_.month_before, shape_.last_month}) shape_.clean.old_deliveries.push_back(delivery(sender, month));
    }
  }

  void build() {
    year_ = std::stoi(shape_.last_month.substr(0, 4)) - 1;
    for (std::size_t i = 0; i < 2; ++i)
      shape_.blocks.push_back(block(plan_.old_senders[i % plan_.old_senders.size()], plan_.new_senders[i % plan_.new_senders.size()]));
    for (Document* document = nullptr; auto* side : {&shape_.clean.conversions, &shape_.clean.old_deliveries, &shape_.clean.new_deliveries}) {
      for (Document& one : *side) recount(*(document = &one));
    }
  }

 private:
  std::string start(int number, const char* day = "01") const {
    // The first of a month from February on: with month and day swapped it is another date that exists.
    return std::to_string(year_) + "0" + std::to_string(2 + number % 8) + day;
  }
  // A provision of a person who has no other.
  Provision somebody(const std::string& type, const std::string& end = {}, const char* day = "01") {
    ++person_;
    return {"", bsn_of(person_), start(person_, day), end, type};
  }
  Document& of(std::vector<Document>& side, const std::string& sender, const std::string& month) {
    return *std::find_if(side.begin(), side.end(), [&](const Document& one) { return one.name == sender + "-" + month + ".xml"; });
  }
  Document& conversion(const std::string& sender) {
    return *std::find_if(shape_.clean.conversions.begin(), shape_.clean.conversions.end(),
                         [&](const Document& one) { return one.root.value("Kop/Berichtgevercode") == sender; });
  }
  std::string new_numbering() const { return plan_.goes_on ? "-" : shape_.month; }

  // A provision in both deliveries of an old sender.
  void deliver_old(const std::string& sender, const std::string& id, Provision facts) {
    facts.id = id;
    add_to(of(shape_.clean.old_deliveries, sender, shape_.last_month), facts);
    if (!facts.end.empty() && facts.end.substr(0, 6) == shape_.last_month) facts.end.clear();  // not known a month before
    add_to(of(shape_.clean.old_deliveries, sender, shape_.month_before), facts);
  }
  void deliver_new(const std::string& sender, const std::string& id, Provision facts) {
    facts.id = id;
    add_to(of(shape_.clean.new_deliveries, sender, shape_.month), facts);
  }
  Element& record(const std::string& file_of, const std::string& sender, const std::string& id, const Provision& facts, const std::string& relation) {
    Element record{"Voorziening", "", {key("OudeSleutel", sender, "-", id), leaf("LaatsteVerslagmaand", shape_.last_month)}};
    add_facts(record, facts);
    record.children.push_back(leaf("Relatie", relation));
    if (relation == "vervallen") record.children.push_back(leaf("Toelichting", "proefvoorziening, bij vergissing geleverd"));
    auto& children = conversion(file_of).root.children;
    children.push_back(std::move(record));
    return children.back();
  }
  void add_key(Element& record, const std::string& sender, const std::string& id, const Provision& facts) {
    Element fresh = key("NieuweSleutel", sender, new_numbering(), id);
    add_facts(fresh, facts);
    record.children.push_back(std::move(fresh));
  }
  std::string next_old(const std::string& sender) { return std::to_string(plan_.old_from + ++last_old_[sender]); }
  // Counts down, so that under a new numbering a number returns for another provision.
  std::string next_new(const std::string& sender) { return plan_.new_prefix + std::to_string(plan_.new_from - ++last_new_[sender]); }

  Link linked(const std::string& old_sender, const std::string& new_sender, const Provision& before, const Provision& after, const std::string& change = {}) {
    const Link link{old_sender, next_old(old_sender), new_sender, next_new(new_sender)};
    deliver_old(old_sender, link.old_id, before);
    deliver_new(new_sender, link.new_id, after);
    Element& one = record(new_sender, old_sender, link.old_id, before, "gelijk");
    add_key(one, new_sender, link.new_id, after);
    if (!change.empty()) one.children.push_back({"Wijziging", "", {leaf("Gegeven", change), leaf("Reden", "anders vastgelegd in de nieuwe software")}});
    return link;
  }
  Link unlinked(const std::string& old_sender, const std::string& new_sender, const Provision& facts, const std::string& relation) {
    const Link link{old_sender, next_old(old_sender), "", ""};
    deliver_old(old_sender, link.old_id, facts);
    record(new_sender, old_sender, link.old_id, facts, relation);
    return link;
  }
  Link only_new(const std::string& sender, const Provision& facts) {
    const Link link{"", "", sender, next_new(sender)};
    deliver_new(sender, link.new_id, facts);
    return link;
  }

  Block block(const std::string& old_sender, const std::string& new_sender) {
    Block made;
    const auto same = [&](const Provision& facts) { return linked(old_sender, new_sender, facts, facts); };
    for (int i = 0; i < 3; ++i) made.plain.push_back(same(somebody(i == 1 ? "40" : "22")));
    // Stock, so that one provision more or less is no jump.
    for (int i = 0; i < 6; ++i) same(somebody("22"));

    Provision facts = somebody("30"), after = facts;
    after.start = start(person_, "04");
    made.changed = linked(old_sender, new_sender, facts, after, "start");
    facts = after = somebody("30");
    after.type = "31";
    made.recoded = linked(old_sender, new_sender, facts, after, "type");

    made.ended = unlinked(old_sender, new_sender, somebody("40", shape_.last_month + "15"), "beeindigd");
    made.ended_since = unlinked(old_sender, new_sender, somebody("59", shape_.month + "10"), "sindsdien-beeindigd");
    made.dropped = unlinked(old_sender, new_sender, somebody("31"), "vervallen");

    facts = somebody("42");
    made.split = {old_sender, next_old(old_sender), new_sender, next_new(new_sender)};
    deliver_old(old_sender, made.split.old_id, facts);
    Element& divided = record(new_sender, old_sender, made.split.old_id, facts, "gesplitst");
    for (const std::string& id : {made.split.new_id, made.split.new_id + "S"}) {
      deliver_new(new_sender, id, facts);
      add_key(divided, new_sender, id, facts);
    }

    facts = somebody("29");
    made.joined = {old_sender, next_old(old_sender), new_sender, next_new(new_sender)};
    made.joined_too = {old_sender, next_old(old_sender), new_sender, made.joined.new_id};
    deliver_new(new_sender, made.joined.new_id, facts);
    for (const Link* one : {&made.joined, &made.joined_too}) {
      deliver_old(old_sender, one->old_id, facts);
      add_key(record(new_sender, old_sender, one->old_id, facts, "samengevoegd"), new_sender, one->new_id, facts);
    }

    made.planned = same(somebody("40", "20271231"));
    facts = after = somebody("40");
    after.end = shape_.month + "20";
    made.ending = linked(old_sender, new_sender, facts, after);

    facts = somebody("29");
    made.twin = same(facts);
    facts.end = "20271231";
    made.other_twin = same(facts);
    made.partial = same(somebody("23", "", "00"));
    facts = somebody("10");
    facts.work_capacity = "01";
    facts.wage_value = "45.50";
    made.subsidy = same(facts);

    facts = somebody("59");
    facts.start = shape_.last_month + "05";
    made.late = only_new(new_sender, facts);
    facts = somebody("22");
    facts.start = shape_.month + "03";
    made.started = only_new(new_sender, facts);
    if (plan_.goes_on) add_own(made, new_sender);
    return made;
  }

  // Provisions of a sender that goes on: they keep their numbers, which old senders may have used too.
  void add_own(Block& made, const std::string& sender) {
    const auto own = [&](const Provision& facts, const std::string& relation, bool delivered_on) {
      const std::string id = next_old(sender);
      deliver_old(sender, id, facts);
      if (delivered_on) deliver_new(sender, id, facts);
      record(sender, sender, id, facts, relation);
      return Link{sender, id, sender, id};
    };
    made.staying = own(somebody("22"), "blijft", true);
    for (const char* type : {"40", "30", "59"}) own(somebody(type), "blijft", true);
    made.ended_own = own(somebody("40", shape_.last_month + "20"), "beeindigd", false);
  }

  Shape& shape_;
  Plan plan_;
  int year_ = 0, person_ = 0;
  std::map<std::string, int> last_old_, last_new_;
};

Shape built(Shape shape, Plan plan) {
  shape.goes_on = plan.goes_on;
  Builder(shape, std::move(plan)).build();
  return shape;
}

}  // namespace

Element leaf(std::string name, std::string text) { return {std::move(name), std::move(text)}; }

std::string Document::text() const {
  std::string text = written(root);
  for (const auto& change : bytes) text = change(text);
  return text;
}

std::string bsn_of(int person) {
  // Only every tenth number or so passes: the first one that does from a place of this person's own.
  for (int number = 170'000'000 + person * 654'321;; ++number) {
    const std::string digits = std::to_string(number);
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (i == 8 ? -1 : 9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
    if (sum % 11 == 0) return digits;
  }
}

Document delivery(const std::string& sender, const std::string& month) {
  Element head{"Kop", "", {leaf("Berichtgevercode", sender), leaf("Verslagmaand", month), leaf("Volgnummer", "1")}};
  return {sender + "-" + month + ".xml", {"Levering", "", {head, leaf("AantalVoorzieningen", "0")}, " xmlns='urn:srgconv:srg-2026:levering'"}};
}

void add_to(Document& delivery, const Provision& provision) {
  Element element{"Voorziening", "", {leaf("Registratienummer", provision.id), leaf("DatumBegin", provision.start)}};
  for (const auto& [name, text] : {std::pair{"DatumEinde", provision.end},
                                   {"TypeVoorziening", provision.type},
                                   {"DoelVoorziening", provision.goal},
                                   {"Arbeidsvermogen", provision.work_capacity},
                                   {"Loonwaarde", provision.wage_value}}) {
    if (!text.empty()) element.children.push_back(leaf(name, text));
  }
  delivery.root.children.push_back({"Persoon", "", {leaf("Burgerservicenummer", provision.bsn), element}});
}

void recount(Document& document) {
  Element& root = document.root;
  if (root.name == "Levering") {
    std::size_t count = 0;
    for (Element* person : root.all("Persoon")) count += person->all("Voorziening").size();
    root.value("AantalVoorzieningen") = std::to_string(count);
    return;
  }
  const auto records = root.all("Voorziening");
  root.value("Kop/AantalVoorzieningen") = std::to_string(records.size());
  for (const auto& count : counts) {
    root.value(std::string("Kop/") + count[1]) =
        std::to_string(std::count_if(records.begin(), records.end(), [&](const Element* record) { return record->value("Relatie") == count[0]; }));
  }
  std::size_t keys = 0;
  for (Element* record : records) keys += record->all("NieuweSleutel").size();
  root.value("Kop/AantalNieuweSleutels") = std::to_string(keys);
}

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = [] {
    std::vector<Shape> made;
    made.push_back(built({"software", "change of software: one sender, old numbers return under the new numbering for other provisions", "andere-software",
                          "202204", "202203", "202202", "0363"},
                         {{"0193"}, {"0193"}, false, 1000, 1040, ""}));
    made.push_back(built({"merger", "merger of two senders whose numbers collide", "herindeling", "202201", "202112", "202111", "0363"},
                         {{"0398", "0416"}, {"1980"}, false, 1000, 5100, "DW-"}));
    made.push_back(built(
        {"light-merger", "one sender joins another that goes on with its own numbers, which collide", "herindeling", "202203", "202202", "202201", "0193"},
        {{"0457"}, {"0363"}, true, 1000, 5100, ""}));
    made.push_back(built(
        {"split", "one sender is divided over two that go on with their own numbers: two conversion files", "splitsing", "202101", "202012", "202011", "0363"},
        {{"0788"}, {"0824", "0855"}, true, 1000, 5100, "A"}));
    return made;
  }();
  return all;
}

}  // namespace srgconv::faults
