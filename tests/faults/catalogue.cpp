#include "catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>

namespace srgconv::faults {
namespace {

template <class Range, class Condition>
auto& the_one(Range& range, Condition&& condition, const std::string& what) {
  const auto found = std::find_if(range.begin(), range.end(), condition);
  if (found == range.end()) throw std::out_of_range(what);
  return *found;
}

}  // namespace

Document& Damage::conversion(const std::string& sender) {
  return the_one(
      files.conversions, [&](const Document& one) { return one.root.value("Kop/Berichtgevercode") == sender; }, "conversion file of " + sender);
}

Document& Damage::conversion_of(const Link& link) {
  return the_one(
      files.conversions,
      [&](Document& one) {
        const auto records = one.root.all("Voorziening");
        return std::any_of(records.begin(), records.end(), [&](const Element* record) {
          return record->value("OudeSleutel/Berichtgevercode") == link.old_sender && record->value("OudeSleutel/Registratienummer") == link.old_id;
        });
      },
      "record of " + link.old_id);
}

Element& Damage::record(const Link& link) {
  return the_one(
      conversion_of(link).root.children,
      [&](const Element& one) {
        return one.name == "Voorziening" && one.value("OudeSleutel/Berichtgevercode") == link.old_sender &&
               one.value("OudeSleutel/Registratienummer") == link.old_id;
      },
      link.old_id);
}

Element& Damage::new_key(const Link& link, const std::string& new_id) {
  return the_one(
      record(link).children, [&](const Element& one) { return one.name == "NieuweSleutel" && one.value("Registratienummer") == new_id; }, new_id);
}

void Damage::remove_record(const Link& link) {
  Element& root = conversion_of(link).root;
  const Element* one = &record(link);
  root.children.erase(root.children.begin() + (one - root.children.data()));
  recount_all();
}

void Damage::unlink(const Link& link, const std::string& relation) {
  Element& one = record(link);
  one.remove("NieuweSleutel");
  one.remove("Wijziging");
  one.value("Relatie") = relation;
  if (relation == "vervallen") one.insert_after("Relatie", leaf("Toelichting", "bij vergissing geleverd"));
  recount_all();
}

void Damage::recount_all() {
  for (auto* side : {&files.conversions, &files.old_deliveries, &files.new_deliveries}) {
    for (Document& one : *side) recount(one);
  }
}

Document& Damage::delivery_in(std::vector<Document>& side, const std::string& sender, const std::string& month) {
  return the_one(
      side, [&](const Document& one) { return one.name == sender + "-" + month + ".xml"; }, "delivery of " + sender);
}

Element& Damage::person(Document& delivery, const std::string& id) {
  return the_one(
      delivery.root.children, [&](const Element& one) { return one.name == "Persoon" && one.value("Voorziening/Registratienummer") == id; },
      id + " in " + delivery.name);
}

void Damage::remove_person(Document& delivery, const std::string& id) {
  auto& children = delivery.root.children;
  children.erase(children.begin() + (&person(delivery, id) - children.data()));
  recount(delivery);
}

std::string days_later(const std::string& yyyymmdd, int days) {
  constexpr int last[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = std::stoi(yyyymmdd.substr(0, 4)), month = std::stoi(yyyymmdd.substr(4, 2)), day = std::stoi(yyyymmdd.substr(6));
  const auto length = [&] { return last[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0); };
  for (; days > 0; --days) {
    if (++day <= length()) continue;
    day = 1;
    if (++month == 13) month = 1, ++year;
  }
  for (; days < 0; ++days) {
    if (--day >= 1) continue;
    if (--month == 0) month = 12, --year;
    day = length();
  }
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

std::string month_later(const std::string& yyyymm, int months) {
  const int all = std::stoi(yyyymm.substr(0, 4)) * 12 + std::stoi(yyyymm.substr(4)) - 1 + months;
  return fmt::format("{:04}{:02}", all / 12, all % 12 + 1);
}

std::string month_and_day_swapped(const std::string& date) { return date.substr(0, 4) + date.substr(6, 2) + date.substr(4, 2); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::out_of_range(what);
  return text.replace(at, what.size(), by);
}

void in_text(Document& document, const std::string& what, const std::string& by) {
  document.bytes.push_back([what, by](const std::string& text) { return replaced(text, what, by); });
}

const std::vector<Kind>& catalogue() {
  static const std::vector<Kind> all = [] {
    std::vector<Kind> kinds;
    for (auto part : {kinds_of_keys(), kinds_of_facts(), kinds_of_records(), kinds_of_heads(), kinds_of_files(), kinds_of_deliveries(), kinds_of_content(),
                      kinds_of_earlier_files(), kinds_that_harm_nothing()})
      kinds.insert(kinds.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    return kinds;
  }();
  return all;
}

}  // namespace srgconv::faults
