#include "embed/embedder.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "embed/evaluate.h"
#include "fasttext_file.h"
#include "support/scratch.h"

namespace gainsay::embed {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

float cosine(const Rows& rows, std::size_t a, std::size_t b) {
  float out = 0;
  for (std::size_t i = 0; i < rows.dimension; ++i) {
    out += rows.data[a * rows.dimension + i] * rows.data[b * rows.dimension + i];
  }
  return out;
}

float length(const Rows& rows, std::size_t row) {
  return std::sqrt(cosine(rows, row, row));
}

class Embedding : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    fs::remove_all(folder());
    fs::create_directories(folder());
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += "The fire destroyed " + std::to_string(i) + " houses near the harbour.\n";
      text += "Firemen fought the fire at the harbour until the flames died.\n";
      text += "The senate voted on the budget after a long debate.\n";
      text += "Senators delayed the budget vote and the debate in the senate.\n";
    }
    write(folder() / "text", text);
    const Result<void> trained = train({folder() / "text"}, folder() / "model", small());
    ASSERT_TRUE(trained) << trained.error().message;
  }
  static void TearDownTestSuite() { fs::remove_all(folder()); }

  static fs::path folder() { return test::scratch("embedding"); }
  static TrainOptions small() { return {16, 20, 2, 500, {}}; }
  static Embedder load() {
    Result<Embedder> embedder = Embedder::load(folder() / "model");
    EXPECT_TRUE(embedder) << (embedder ? "" : embedder.error().message);
    return std::move(*embedder);
  }
  static Error refusal(const std::string& bytes) {
    write(folder() / "other", bytes);
    const Result<Embedder> loaded = Embedder::load(folder() / "other");
    return loaded ? Error{ErrorCode::kUsage, "", "was loaded"} : loaded.error();
  }
};

TEST_F(Embedding, GivesOneUnitRowForEachSentenceInOrder) {
  Embedder embedder = load();
  EXPECT_EQ(embedder.dimension(), 16u + 412u);
  const Rows rows = embedder.embed({"The fire destroyed houses.", "The senate voted."});
  ASSERT_EQ(rows.count(), 2u);
  EXPECT_NEAR(length(rows, 0), 1, 1e-5);
  EXPECT_NEAR(length(rows, 1), 1, 1e-5);
  EXPECT_EQ(embedder.embed({}).count(), 0u);
}

TEST_F(Embedding, GivesZerosWhereThereIsNoWord) {
  EXPECT_EQ(load().embed({"", "..."}).data, std::vector<float>(2 * 428, 0.0F));
}

TEST_F(Embedding, UnknownWordsMeetThroughTheirStems) {
  const Rows rows = load().embed({"Xylophones tuned", "a xylophone", "the quartz"});
  EXPECT_GT(cosine(rows, 0, 1), 0.5F);
  EXPECT_NEAR(cosine(rows, 1, 2), 0, 0.2F);
}

TEST_F(Embedding, BringsSentencesAboutOneThingTogether) {
  const Rows rows = load().embed({"Flames destroyed houses at the harbour.",
                                  "Firemen fought the fire.", "Senators delayed the budget."});
  EXPECT_GT(cosine(rows, 0, 1), cosine(rows, 0, 2) + 0.1F);
  EXPECT_GT(cosine(rows, 0, 1), cosine(rows, 1, 2) + 0.1F);
}

TEST_F(Embedding, FiguresCaseAndPunctuationDoNotMoveASentence) {
  const Rows rows =
      load().embed({"The fire destroyed 12 houses.", "the FIRE destroyed 1,200.5 houses",
                    "The \xE2\x80\x9C"
                    "fire\xE2\x80\x9D destroyed 7 houses!"});
  EXPECT_NEAR(cosine(rows, 0, 1), 1, 1e-5);
  EXPECT_NEAR(cosine(rows, 0, 2), 1, 1e-5);
}

TEST_F(Embedding, TheRowOfASentenceDoesNotDependOnItsNeighbours) {
  Embedder embedder = load();
  const Rows alone = embedder.embed({"The senate voted."});
  const Rows later = embedder.embed({"The fire.", "The senate voted."});
  EXPECT_EQ(alone.data, std::vector<float>(later.data.begin() + 428, later.data.end()));
}

TEST_F(Embedding, TheSameTextTrainsTheSameBytes) {
  ASSERT_TRUE(train({folder() / "text"}, folder() / "again", small()));
  EXPECT_EQ(read(folder() / "again"), read(folder() / "model"));
  TrainOptions longer = small();
  longer.epochs = 21;
  ASSERT_TRUE(train({folder() / "text"}, folder() / "again", longer));
  EXPECT_NE(read(folder() / "again"), read(folder() / "model"));
}

TEST_F(Embedding, TrainingLeavesNothingButTheModelAndSaysNothing) {
  fs::create_directories(folder() / "clean");
  ::testing::internal::CaptureStderr();
  ::testing::internal::CaptureStdout();
  EXPECT_TRUE(train({folder() / "text"}, folder() / "clean" / "model", small()));
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder() / "clean")) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_EQ(names, std::vector<std::string>{"model"});
}

TEST_F(Embedding, TrainingSaysWhatItCannotUse) {
  EXPECT_EQ(train({folder() / "missing"}, folder() / "x", small()).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(train({folder()}, folder() / "x", small()).error().code, ErrorCode::kNotFound);
  write(folder() / "empty", "");
  EXPECT_EQ(train({folder() / "empty"}, folder() / "x", small()).error().code, ErrorCode::kModel);
  write(folder() / "rare", "all words once\nonly here\n");
  EXPECT_EQ(train({folder() / "rare"}, folder() / "x", small()).error().code, ErrorCode::kModel);
  EXPECT_EQ(train({folder() / "text"}, folder() / "no" / "x", small()).error().code,
            ErrorCode::kOutput);
  EXPECT_EQ(train({folder() / "text"}, folder() / "x", {0, 1, 1, 1, {}}).error().code,
            ErrorCode::kModel);
  EXPECT_FALSE(fs::exists(folder() / "x"));
}

TEST_F(Embedding, RefusesWhatIsNoModel) {
  EXPECT_EQ(Embedder::load(folder() / "missing").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Embedder::load(folder()).error().code, ErrorCode::kModel);
  EXPECT_EQ(refusal("").code, ErrorCode::kModel);
  EXPECT_EQ(refusal("Some words, and no model.").message,
            "the file is not a fastText model; train the model again, or name another");
}

TEST_F(Embedding, RefusesItsOwnModelCutShortAnywhere) {
  const std::string model = read(folder() / "model");
  for (std::size_t size = 0; size < model.size(); size += size < 200 ? 1 : 97) {
    ASSERT_EQ(refusal(model.substr(0, size)).code, ErrorCode::kModel) << size << " bytes";
  }
  EXPECT_EQ(refusal(model + "x").code, ErrorCode::kModel);
}

TEST_F(Embedding, RefusesItsOwnModelWithAnyByteChanged) {
  const std::string model = read(folder() / "model");
  for (std::size_t at = 0; at + 8 < model.size();
       at += at < 200 || at + 60 > model.size() ? 1 : 97) {
    std::string damaged = model;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    ASSERT_EQ(refusal(damaged).message,
              "the model is damaged (its checksum is wrong); install or train it again")
        << "byte " << at;
  }
}

TEST_F(Embedding, SaysWhatAModelIs) {
  const ModelInfo info = load().info();
  EXPECT_TRUE(info.own);
  EXPECT_EQ(info.dimension, 16u);
  EXPECT_GT(info.words, 20u);
  EXPECT_GT(info.tokens, 1000u);
}

TEST_F(Embedding, LooksAsGoodAsTheSentencesThatItBringsTogether) {
  write(folder() / "gold",
        "a\tfire\tThe fire destroyed 12 houses.\n"
        "b\tfire\tA fire that destroyed houses.\n"
        "a\tvote other\tThe senate voted on the budget.\n"
        "b\tvote\tSenators voted.\n"
        "b\t\tNobody died.\n");
  const auto gold = read_labelled(folder() / "gold");
  ASSERT_TRUE(gold);
  ASSERT_EQ(gold->size(), 5u);
  EXPECT_EQ((*gold)[2].topics, (std::vector<std::string>{"vote", "other"}));
  Embedder embedder = load();
  const std::vector<Quality> qualities = evaluate(embedder, *gold);
  ASSERT_EQ(qualities.size(), 3u);
  EXPECT_EQ(qualities[0].what, "stemmed tf-idf");
  EXPECT_EQ(qualities[2].auc, 1);
  EXPECT_EQ(qualities[2].recall_5, 1);
  write(folder() / "gold", "a\tfire\tone\nno tabulator\n");
  EXPECT_EQ(read_labelled(folder() / "gold").error().where, (folder() / "gold").string() + ":2");
}

class OtherModels : public ::testing::Test {
 protected:
  static fs::path file() { return test::scratch("other_models") / "model"; }
  void SetUp() override { fs::create_directories(file().parent_path()); }
  void TearDown() override { fs::remove_all(file().parent_path()); }
  static Result<Embedder> load(const std::string& bytes) {
    write(file(), bytes);
    return Embedder::load(file());
  }
};

TEST_F(OtherModels, OfFastTextAreRead) {
  for (const bool quantised : {false, true}) {
    test::FastTextFile model;
    model.quantised = quantised;
    Result<Embedder> embedder = load(model.bytes());
    ASSERT_TRUE(embedder) << embedder.error().message;
    EXPECT_FALSE(embedder->info().own);
    EXPECT_EQ(embedder->info().words, 4u);
    const Rows plain = embedder->plain({"harbour", "port", "senate"});
    EXPECT_GT(cosine(plain, 0, 1), 0.99F);
    EXPECT_NEAR(cosine(plain, 0, 2), 0, 1e-6F);
    const Rows rows = embedder->embed({"harbours", "harbour", "senate"});
    EXPECT_GT(cosine(rows, 0, 1), cosine(rows, 0, 2) + 0.5F);
  }
}

TEST_F(OtherModels, GiveTheirWordVectorsToAModelOfOurs) {
  write(file(), test::FastTextFile().bytes());
  const fs::path text = file().string() + ".text";
  write(text, "the harbour and the port\nthe senate and the harbours\n");
  TrainOptions options;
  options.from = file();
  const fs::path own = file().string() + ".own";
  const Result<void> made = train({text}, own, options);
  ASSERT_TRUE(made) << made.error().message;
  Result<Embedder> embedder = Embedder::load(own);
  ASSERT_TRUE(embedder);
  EXPECT_TRUE(embedder->info().own);
  const Rows plain = embedder->plain({"harbour", "port", "senate"});
  EXPECT_GT(cosine(plain, 0, 1), cosine(plain, 0, 2) + 0.5F);
  write(file(), "no model");
  EXPECT_EQ(train({text}, own, options).error().where, file().string());
}

TEST_F(OtherModels, CutShortAreRefusedAnywhere) {
  for (const bool quantised : {false, true}) {
    test::FastTextFile model;
    model.quantised = quantised;
    const std::string bytes = model.bytes();
    for (std::size_t size = 0; size < bytes.size(); size += size < 400 ? 1 : 41) {
      const Result<Embedder> loaded = load(bytes.substr(0, size));
      ASSERT_FALSE(loaded) << size << " bytes";
      ASSERT_EQ(loaded.error().code, ErrorCode::kModel);
    }
    EXPECT_EQ(load(bytes + "x").error().message,
              "the file goes on after its end; train the model again, or name another");
  }
}

TEST_F(OtherModels, SurviveAnyDamageToTheirSizes) {
  for (const bool quantised : {false, true}) {
    test::FastTextFile model;
    model.quantised = quantised;
    const std::string bytes = model.bytes();
    for (std::size_t at = 0; at < 220; ++at) {
      for (const char value : {'\0', '\x01', '\x7F', '\xFF'}) {
        std::string damaged = bytes;
        damaged[at] = value;
        if (Result<Embedder> loaded = load(damaged)) {
          EXPECT_EQ(loaded->embed({"The harbour, 12 houses."}).count(), 1u) << "byte " << at;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gainsay::embed
