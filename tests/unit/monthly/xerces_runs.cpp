// Xerces goes down before the test program ends: what it keeps for a thread dies before objects with static storage do.
#include <optional>

#include <gtest/gtest.h>

#include "xml/xml.hpp"

namespace srgconv::monthly::test {
namespace {

class XercesRuns : public testing::Environment {
 public:
  void SetUp() override { library_.emplace(); }
  void TearDown() override { library_.reset(); }

 private:
  std::optional<xml::Library> library_;
};

[[maybe_unused]] testing::Environment* const xerces_runs = testing::AddGlobalTestEnvironment(new XercesRuns);

}  // namespace
}  // namespace srgconv::monthly::test
