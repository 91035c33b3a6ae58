#include "report/decisions.h"

#include <gtest/gtest.h>

namespace gainsay::report {
namespace {

Decision decision(std::uint64_t id, Ruling ruling, std::string reason = "") {
  return {FindingId(id),
          ruling,
          std::move(reason),
          "",
          "A. Reader",
          "2030-05-11T09:00:00Z",
          {"One said 12.", "The other said 17."}};
}

constexpr const char* kFile =
    R"({"schema":"gainsay-decisions/1","decisions":[
{"fingerprint":"000000000000000a","verdict":"dismiss","reason":"rounding","note":"","reviewer":"A. Reader","at":"2030-05-11T09:00:00Z","claims":["One said 12.","The other said 17."]},
{"fingerprint":"000000000000000b","verdict":"confirm","reason":"","note":"","reviewer":"A. Reader","at":"2030-05-11T09:00:00Z","claims":["One said 12.","The other said 17."]}
]}
)";

TEST(Decisions, StandOneALineSortedByFinding) {
  EXPECT_EQ(
      to_decisions({decision(11, Ruling::kConfirm), decision(10, Ruling::kDismiss, "rounding")}),
      kFile);
  EXPECT_EQ(to_decisions({}), "{\"schema\":\"gainsay-decisions/1\",\"decisions\":[]}\n");
}

TEST(Decisions, AreReadAsTheyWereWritten) {
  const Result<std::vector<Decision>> read = read_decisions(kFile, "d.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(to_decisions(*read), kFile);
}

std::string refusal(const std::string& text) {
  const Result<std::vector<Decision>> read = read_decisions(text, "d.json");
  return read ? "read" : read.error().where + ": " + read.error().message;
}

std::string with(const std::string& from, const std::string& to) {
  std::string text = kFile;
  return text.replace(text.rfind(from), from.size(), to);
}

TEST(Decisions, AreRefusedWithTheirLine) {
  EXPECT_EQ(refusal("{\n\n]"), "d.json:3: this is no JSON; export the decisions again");
  EXPECT_EQ(refusal("{}"),
            "d.json:1: this file holds no decisions: \"schema\" is not \"gainsay-decisions/1\"");
  EXPECT_EQ(refusal(with("000000000000000b", "b")),
            "d.json:3: \"fingerprint\" has to be the 16 hexadecimal digits of a finding");
  EXPECT_EQ(refusal(with("confirm", "agree")),
            "d.json:3: \"verdict\" has to be confirm, dismiss, variant, update or later");
  EXPECT_EQ(refusal(with("confirm", "dismiss")),
            "d.json:3: \"reason\" has to name why it is dismissed, and is empty for every other "
            "verdict");
  EXPECT_EQ(refusal(with("\"note\":\"\"", "\"note\":1")), "d.json:3: \"note\" has to be a text");
  EXPECT_EQ(refusal(with(",\"The other said 17.\"", "")),
            "d.json:3: \"claims\" has to hold both sentences");
  EXPECT_EQ(refusal(with("000000000000000b", "000000000000000a")),
            "d.json:3: a second decision about one finding; keep one of the two");
}

TEST(Decisions, ChangesSayWhatWasSeenAndWhatIsWanted) {
  const std::string one =
      R"({"fingerprint":"000000000000000b","verdict":"later","reason":"","note":"","reviewer":"","at":"","claims":["",""]})";
  const Result<std::vector<DecisionChange>> read = read_changes(
      R"({"changes":[{"fingerprint":"000000000000000b","expected":null,"next":)" + one + "}]}");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_FALSE(read->front().expected);
  EXPECT_EQ(read->front().next->ruling, Ruling::kLater);
  EXPECT_FALSE(read_changes(
      R"({"changes":[{"fingerprint":"000000000000000a","expected":null,"next":)" + one + "}]}"));
  EXPECT_FALSE(read_changes(R"({"changes":[{"fingerprint":"000000000000000b","next":null}]})"));
  EXPECT_FALSE(read_changes("[]"));
}

TEST(Decisions, ConflictsSayWhatStands) {
  EXPECT_EQ(
      to_conflicts({FindingId(10), FindingId(12)}, {decision(10, Ruling::kLater)}),
      R"({"conflicts":[{"fingerprint":"000000000000000a","now":{"fingerprint":"000000000000000a","verdict":"later","reason":"","note":"","reviewer":"A. Reader","at":"2030-05-11T09:00:00Z","claims":["One said 12.","The other said 17."]}},{"fingerprint":"000000000000000c","now":null}]})");
}

}  // namespace
}  // namespace gainsay::report
