// srgconv: conversion files for the statistic on re-integration by municipalities.
#include <exception>
#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "diagnostics/diagnostics.hpp"

int main(int argc, char** argv) {
  try {
    srgconv::cli::handle_interruptions();
    return srgconv::cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const srgconv::BrokenWorld& failure) {
    return srgconv::cli::report_broken_world(failure);
  } catch (const std::exception&) {
    return srgconv::cli::report_unforeseen_fault();
  }
}
