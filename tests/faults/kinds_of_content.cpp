// Damage to what a delivery says of a single provision: conversion file and deliveries agree, and still it cannot be.
#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

// The same provision in the first new delivery; the conversion file does not repeat what is changed here.
Element& subsidy(Damage& d) { return d.new_provision(d.block.subsidy); }

// A provision of somebody new, in the first new delivery.
void add_new(Damage& d, Provision provision, int person) {
  provision.bsn = bsn_of(person);
  provision.id = "C" + std::to_string(person);
  add_to(d.new_delivery(d.block.plain[0].new_sender), provision);
  d.recount_all();
}

std::string years_before(const std::string& yyyymm, int years) { return std::to_string(std::stoi(yyyymm) - 100 * years) + "01"; }

}  // namespace

std::vector<Kind> kinds_of_content() {
  return {
      {"subsidy-without-wage-value", "a wage-cost subsidy has lost its wage value", "LKS-WAGE-VALUE", Told::violated,
       [](Damage& d) { subsidy(d).remove("Loonwaarde"); }},
      {"subsidy-without-work-capacity", "a wage-cost subsidy has lost its work capacity", "LKS-WORK-CAPACITY", Told::violated,
       [](Damage& d) { subsidy(d).remove("Arbeidsvermogen"); }},
      {"subsidy-with-full-work-capacity", "a wage-cost subsidy is for somebody without a work capacity below the minimum wage", "LKS-WORK-CAPACITY",
       Told::violated, [](Damage& d) { subsidy(d).value("Arbeidsvermogen") = "02"; }},
      {"subsidy-for-participation", "a wage-cost subsidy has the goal participation", "LKS-GOAL", Told::violated,
       [](Damage& d) { subsidy(d).value("DoelVoorziening") = "2"; }},
      {"flat-rate-subsidy-of-eight-months", "a flat-rate wage-cost subsidy has run for eight months", "LKS-FLAT-RATE-DURATION", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", month_later(d.shape.month, -8) + "01", "", "11", "1", "01"}, 951);
       }},
      {"participation-place-of-three-years", "a participation place has run for three years", "MAX-DURATION", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", years_before(d.shape.month, 3), "", "22"}, 952);
       }},
      {"training-that-may-be-too-long", "a training started in an unknown month of the year that decides", "MAX-DURATION", Told::undecided,
       [](Damage& d) {
         add_new(d, {"", "", std::to_string(std::stoi(d.shape.month.substr(0, 4)) - 5) + "0000", "", "42"}, 953);
       }},
      {"ends-before-it-starts", "a new provision ends before it starts", "START-END", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", d.shape.month + "15", d.shape.month + "03", "40"}, 954);
       }},
      {"starts-after-the-month", "a new provision starts only in the month after", "START-AFTER-MONTH", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", month_later(d.shape.month, 1) + "01", "", "40"}, 955);
       }},
      {"end-in-9999", "a new provision ends on 31 December 9999", "END-FAR-FUTURE", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", d.shape.month + "03", "99991231", "40"}, 956);
       }},
      {"type-that-does-not-exist", "a new provision has a type that is not in the code list", "TYPE-KNOWN", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", d.shape.month + "03", "", "88"}, 957);
       }},
      {"goal-that-does-not-exist", "a new provision has a goal that is not in the code list", "GOAL-KNOWN", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", d.shape.month + "03", "", "40", "9"}, 958);
       }},
      {"work-capacity-that-does-not-exist", "a new provision has a work capacity that is not in the code list", "WORK-CAPACITY-KNOWN", Told::violated,
       [](Damage& d) {
         add_new(d, {"", "", d.shape.month + "03", "", "40", "1", "77"}, 959);
       }},
      {"old-subsidy-without-wage-value", "a wage-cost subsidy had no wage value in the last old delivery", "LKS-WAGE-VALUE", Told::violated,
       [](Damage& d) { d.old_provision(d.block.subsidy).remove("Loonwaarde"); }},
  };
}

}  // namespace srgconv::faults
