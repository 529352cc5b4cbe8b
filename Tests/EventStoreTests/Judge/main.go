// Reads what a log has published as any client of the C2SP formats would, and compares it with the lines of the log.
//
//	judge VKEY PLACE SEGMENTS [OLD-PLACE]
//
// PLACE is a folder or the URL of a static file server, SEGMENTS the folder with the lines. Nothing here is of the program
// that is judged: signatures, tiles and proofs are checked by golang.org/x/mod/sumdb. With OLD-PLACE, what was published at a
// smaller size, the one must have grown into the other.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A place gives files away: a folder, or a web server.
type place string

func (p place) read(path string) ([]byte, error) {
	if !strings.HasPrefix(string(p), "http://") {
		return os.ReadFile(filepath.Join(string(p), path))
	}
	response, err := http.Get(string(p) + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}

// Height, ReadTiles and SaveTiles let the tlog package read the tiles, whose paths it begins with their height.
func (p place) Height() int { return 8 }

func (p place) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := p.read("tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (p place) SaveTiles([]tlog.Tile, [][]byte) {}

// tree opens the checkpoint of a place, which must be signed by the key and have three lines.
func (p place) tree(verifier note.Verifier) tlog.Tree {
	message := must(p.read("checkpoint"))
	opened := must(note.Open(message, note.VerifierList(verifier)))
	if len(opened.Sigs) != 1 || len(opened.UnverifiedSigs) != 0 {
		fail("%d signatures, %d unknown", len(opened.Sigs), len(opened.UnverifiedSigs))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		fail("the checkpoint has another form: %q", opened.Text)
	}
	var root tlog.Hash
	if copy(root[:], must(base64.StdEncoding.DecodeString(lines[2]))) != tlog.HashSize {
		fail("the root has another length")
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: root}
}

// leaves hashes the lines of the log, of which there are at least so many.
func leaves(segments string, count int64) []tlog.Hash {
	names := must(filepath.Glob(filepath.Join(segments, "*.ndjson")))
	sort.Strings(names)
	var hashes []tlog.Hash
	for _, name := range names {
		scanner := bufio.NewScanner(bytes.NewReader(must(os.ReadFile(name))))
		scanner.Buffer(nil, 1<<16)
		for scanner.Scan() && int64(len(hashes)) < count {
			hashes = append(hashes, tlog.RecordHash(scanner.Bytes()))
		}
	}
	if int64(len(hashes)) != count {
		fail("%d lines, %d in the checkpoint", len(hashes), count)
	}
	return hashes
}

// samples are places in a tree of that size: its corners, the corners of its tiles, and some between.
func samples(size int64) []int64 {
	var found []int64
	for _, number := range []int64{0, 1, 2, 254, 255, 256, 257, 511, 512, 65534, 65535, 65536, 65537, size / 3, size / 2, size - 2, size - 1} {
		if number >= 0 && number < size {
			found = append(found, number)
		}
	}
	return found
}

func main() {
	verifier := must(note.NewVerifier(os.Args[1]))
	published := place(os.Args[2])
	tree := published.tree(verifier)
	hashes := leaves(os.Args[3], tree.N)
	reader := tlog.TileHashReader(tree, published)

	// Every leaf hash, as the tiles give it; the reader compares each tile with the root.
	var indexes []int64
	for position := range hashes {
		indexes = append(indexes, tlog.StoredHashIndex(0, int64(position)))
	}
	for position, hash := range must(reader.ReadHashes(indexes)) {
		if hash != hashes[position] {
			fail("leaf %d is another one", position)
		}
	}
	for _, position := range samples(tree.N) {
		proof := must(tlog.ProveRecord(tree.N, position, reader))
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, position, hashes[position]))
	}
	for _, position := range samples(tree.N) {
		size := position + 1
		old := must(tlog.TreeHash(size, reader))
		check(tlog.CheckTree(must(tlog.ProveTree(tree.N, size, reader)), tree.N, tree.Hash, size, old))
	}
	if len(os.Args) > 4 {
		old := place(os.Args[4]).tree(verifier)
		check(tlog.CheckTree(must(tlog.ProveTree(tree.N, old.N, reader)), tree.N, tree.Hash, old.N, old.Hash))
	}
	fmt.Printf("%d %s\n", tree.N, tree.Hash)
}

func must[Value any](value Value, err error) Value {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", arguments...)
	os.Exit(1)
}
