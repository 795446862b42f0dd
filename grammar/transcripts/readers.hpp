// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/transcript.hpp"

namespace quoth {

// One file of this folder each; transcript_formats.cpp puts them in order.
extern TranscriptFormat const akoma_ntoso_format;
extern TranscriptFormat const assemblyai_format;
extern TranscriptFormat const aws_format;
extern TranscriptFormat const bbc_kaldi_format;
extern TranscriptFormat const deepgram_format;
extern TranscriptFormat const docx_format;
extern TranscriptFormat const google_format;
extern TranscriptFormat const hansard_format;
extern TranscriptFormat const html_format;
extern TranscriptFormat const ibm_format;
extern TranscriptFormat const json_form_format;
extern TranscriptFormat const markdown_format;
extern TranscriptFormat const odt_format;
extern TranscriptFormat const oyez_format;
extern TranscriptFormat const paper_edit_format;
extern TranscriptFormat const pdf_format;
extern TranscriptFormat const plain_format;
extern TranscriptFormat const podcast_json_format;
extern TranscriptFormat const qmsum_format;
extern TranscriptFormat const rev_format;
extern TranscriptFormat const speechmatics_format;
extern TranscriptFormat const srt_format;
extern TranscriptFormat const srv_format;
extern TranscriptFormat const tei_format;
extern TranscriptFormat const theyworkforyou_format;
extern TranscriptFormat const ttml_format;
extern TranscriptFormat const webvtt_format;
extern TranscriptFormat const whisper_format;
extern TranscriptFormat const youtube_format;

}  // namespace quoth
