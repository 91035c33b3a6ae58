#include <gtest/gtest.h>

// Own main: Debian's libfasttext exports one too, which wins over GTest::gtest_main.
int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
