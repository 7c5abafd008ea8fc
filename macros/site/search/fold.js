/* Words without their diacritics. */

const fold = (word) => word.normalize("NFD").replace(/\p{Mn}/gu, "");
