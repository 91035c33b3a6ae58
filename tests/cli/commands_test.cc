#include "commands.h"

#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace gainsay::cli {
namespace {

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

Said say(const std::vector<std::string>& arguments) {
  Environment environment;
  environment.data = "/nowhere";
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(arguments, environment, in, out, err);
  return {code, out.str(), err.str()};
}

ReportCommand report_command(std::vector<std::string> arguments, Environment environment = {}) {
  arguments.insert(arguments.begin(), "report");
  return std::get<ReportCommand>(parse(arguments, environment));
}

TEST(Commands, AMistypedCommandNamesTheNearest) {
  const Said said = say({"reprot", "x"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err,
            "gainsay: unknown: reprot; did you mean report?\n"
            "gainsay: exit 2: wrong use; see gainsay --help\n");
}

TEST(Commands, AMistypedOptionNamesTheNearestOfItsCommand) {
  const Said said = say({"report", "--formt", "json", "x"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err,
            "gainsay: unknown: --formt; did you mean --format?\n"
            "gainsay: exit 2: wrong use; see gainsay --help\n");
}

TEST(Commands, VersionGoesToStandardOutput) {
  const Said said = say({"--version"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.out, "gainsay " GAINSAY_VERSION "\n");
  EXPECT_EQ(said.err, "");
}

TEST(Commands, MissingRulesAreSaidWithTheirPlace) {
  const Said said = say({"rules", "list"});
  EXPECT_EQ(said.code, 2);
  EXPECT_NE(said.err.find("/nowhere/rules"), std::string::npos) << said.err;
}

TEST(Options, AReportWithoutInputIsRefused) {
  const Command command = parse({"report"}, {});
  ASSERT_TRUE(std::holds_alternative<Print>(command));
  EXPECT_EQ(std::get<Print>(command).exit_code, 2);
}

TEST(Options, EveryReportOptionAddsAnOutput) {
  const ReportCommand command =
      report_command({"x", "--report", "html=a.html", "--report", "json=b.json"});
  EXPECT_EQ(command.options.output.formats,
            (std::vector{pipeline::Format::kHtml, pipeline::Format::kJson}));
  EXPECT_EQ(command.files, (std::vector<std::string>{"a.html", "b.json"}));
}

TEST(Options, AReportWithoutAFormatNameIsRefused) {
  const Command command = parse({"report", "x", "--report", "a.html"}, {});
  ASSERT_TRUE(std::holds_alternative<Print>(command));
  EXPECT_EQ(std::get<Print>(command).text,
            "gainsay: --report a.html: write FORMAT=FILE, with text, json, html, jsonl, unix, "
            "compact, sarif, rdjson, rdjsonl, github, gitlab, junit, checkstyle, markdown or csv "
            "as FORMAT\n"
            "gainsay: exit 2: wrong use; see gainsay --help\n");
}

TEST(Options, JobsTakesANumberOrAuto) {
  Environment environment;
  environment.processors = 7;
  EXPECT_EQ(report_command({"x"}, environment).options.input.jobs, 7U);
  EXPECT_EQ(report_command({"x", "-j", "2"}, environment).options.input.jobs, 2U);
  EXPECT_TRUE(std::holds_alternative<Print>(parse({"report", "x", "-j", "0"}, environment)));
  EXPECT_TRUE(std::holds_alternative<Print>(parse({"report", "x", "-j", "two"}, environment)));
}

TEST(Options, ColourFollowsFlagThenNoColorThenForceThenTerminal) {
  Environment environment;
  EXPECT_FALSE(report_command({"x"}, environment).options.output.colour);
  environment.output_is_terminal = true;
  EXPECT_TRUE(report_command({"x"}, environment).options.output.colour);
  EXPECT_FALSE(report_command({"x", "-o", "file"}, environment).options.output.colour);
  environment.no_color = true;
  environment.force_color = true;
  EXPECT_FALSE(report_command({"x"}, environment).options.output.colour);
  EXPECT_TRUE(report_command({"x", "--color", "always"}, environment).options.output.colour);
}

}  // namespace
}  // namespace gainsay::cli
