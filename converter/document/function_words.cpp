// The functions of the rule language in words.
#include <algorithm>
#include <array>
#include <utility>

#include "document/expression_words.hpp"

namespace srgconv::document {
namespace {

constexpr auto functions = std::to_array<std::pair<std::string_view, Words>>({
    {"pad_left", {"{0}, vooraan aangevuld met {2} tot {1} tekens", "{0}, filled up in front with {2} to {1} characters"}},
    {"pad_right", {"{0}, achteraan aangevuld met {2} tot {1} tekens", "{0}, filled up at the end with {2} to {1} characters"}},
    {"digits", {"de cijfers van {0}", "the digits of {0}"}},
    {"trim", {"{0} zonder spaties aan begin en eind", "{0} without blanks at both ends"}},
    {"upper", {"{0} in hoofdletters", "{0} in capitals"}},
    {"lower", {"{0} in kleine letters", "{0} in small letters"}},
    {"substring", {"{2} tekens van {0}, vanaf teken {1}", "{2} characters of {0}, from character {1}"}},
    {"replace", {"{0}, met {2} in plaats van {1}", "{0}, with {2} in the place of {1}"}},
    {"date", {"de datum in {0} ({1})", "the date in {0} ({1})"}},
    {"partial_date", {"de datum in {0} ({1}), die onvolledig mag zijn", "the date in {0} ({1}), which may be incomplete"}},
    {"month", {"de maand in {0} ({1})", "the month in {0} ({1})"}},
    {"decimal", {"het getal in {0} (met {1} voor de decimalen)", "the number in {0} (with {1} before the decimals)"}},
    {"signed_percentage",
     {"het percentage in {1} (de laatste twee cijfers zijn decimalen) met het teken uit {0}",
      "the percentage in {1} (its last two digits are decimals) with the sign of {0}"}},
    {"first_day", {"de eerste dag van {0}", "the first day of {0}"}},
    {"last_day", {"de laatste dag van {0}", "the last day of {0}"}},
    {"days_between", {"het aantal dagen van {0} tot {1}", "the number of days from {0} to {1}"}},
    {"months_between", {"het aantal hele maanden van {0} tot {1}", "the number of whole months from {0} to {1}"}},
    {"earliest", {"de vroegste van {0} en {1}", "the earliest of {0} and {1}"}},
    {"latest", {"de laatste van {0} en {1}", "the latest of {0} and {1}"}},
    {"month_of", {"de maand van {0}", "the month of {0}"}},
    {"year", {"het jaar van {0}", "the year of {0}"}},
    {"extract", {"het stuk van {0} dat in patroon {1} tussen haakjes staat", "the part of {0} that stands in brackets in pattern {1}"}},
    {"text", {"{0} als tekst", "{0} as a text"}},
    {"coalesce", {"het eerste dat gevuld is van {0}", "the first that is filled of {0}"}},
});

}  // namespace

const Words* function_words(std::string_view name) {
  const auto found = std::find_if(functions.begin(), functions.end(), [&](const auto& each) { return each.first == name; });
  return found == functions.end() ? nullptr : &found->second;
}

}  // namespace srgconv::document
